import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Row, verdictOf } from "../rows.js";

const test = suite("derive: what is too large");
const many = (count: number, join: string) =>
  Array.from({ length: count }, (_, i) => `x${i}`).join(join);

/** What would take for ever, or more memory than there is, and what may be said of it. */
const rows: [Row, RegExp][] = [
  [["(x+y+z+1)^60", "=", "0", []], /^refuted$/],
  [["(x+y+z+1)^60 - (x+y+z+1)^60", "=", "0", []], /^proved$/],
  [["(x+y+z+1)^60", "=", "(x+y+z+1)^60 + 1", []], /^refuted$/],
  [["10^10^10", "=", "1", []], /^unknown$/],
  [["2^(2^(2^(2^(2^2))))", "=", "x", []], /^unknown$/],
  [["x^(10^10)", "=", "x", []], /^(unknown|refuted)$/],
  [[many(10_000, "+"), "=", many(10_000, "+").replace("x7+", "x8+"), []], /^refuted$/],
  [["sum(n, n, 1, 10000)", "=", "50005000", []], /^proved$/],
  [["sum(1/n, n, 1, 10000)", "=", "10", []], /^refuted$/],
  [["sum(x[n], n, 1, 100000000)", "=", "1", []], /^unknown$/],
  [["prod(x[k] + y, k, 1, 40)", "=", "1", []], /^refuted$/],
  [["factorial(factorial(20))", "=", "1", []], /^unknown$/],
  [["phi(x, y)", "=", "0", []], /^unknown$/],
  [["5*m", "=", "5*kg", []], /^refuted$/], // names, no units
];
for (const [row, expected] of rows) {
  const shown = `${row[0]} = ${row[2]}`.slice(0, 60);
  test(`${shown} is answered within bounds`, () => {
    const began = performance.now();
    const { grade, reason } = verdictOf(row);
    assert.match(grade, expected, reason);
    // Below 2 s on a machine at rest; a machine with other work to do may take longer.
    assert.ok(performance.now() - began < 15_000, "took too long");
  });
}
test("what was given up is named", () => {
  assert.match(verdictOf(["10^10^10", "=", "1", []]).reason ?? "", /^gave up at the power/);
});
test.run();
