import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: orders of bounded names");
const order = (left: string, right: string, assumptions: string[]): Row => [
  left,
  "O",
  right,
  assumptions,
];

test("a name that the assumptions bound does not grow, by itself or through another", () => {
  for (const [row, names] of [
    [order("1/x", "1", ["0 < x", "x < 1"]), "x"],
    [order("x", "1", ["0 < x < 1"]), "x"],
    [order("x^2", "1", ["x^2 < 4"]), "x"],
    [order("1/x", "1", ["0 < x", "x < y", "y < 5"]), "x"],
    [order("1/x", "1/y", ["x > 0", "y > 0", "x + y < 1"]), "x, y"],
    [order("n^2", "n", ["n integer", "n < 10^100"]), "n"],
  ] as [Row, string][]) {
    const { grade, reason } = verdictOf(row);
    assert.equal(
      [grade, reason],
      ["unknown", `the assumptions keep ${names} from growing`],
      row[0],
    );
  }
});
test("beside a name that grows a bounded one counts by its bounds", () => {
  allGraded(
    [
      order("c*n", "n", ["0 < c < 1", "n >= 1"]),
      order("n", "c*n", ["1/2 < c < 1", "n >= 1"]),
      order("n*k", "n", ["n integer >= 1", "k integer >= 1", "k <= 3"]),
    ],
    /^proved$/,
  );
  allGraded([order("c*n^2", "n", ["1/2 < c < 1", "n >= 1"])], /^refuted$/);
  assert.is(verdictOf(order("n", "c*n", ["0 < c < 1", "n >= 1"])).grade, "unknown");
  assert.is(verdictOf(order("n", "n + c*n", ["-1 < c < 1", "n >= 1"])).grade, "unknown");
});
test("nothing is refuted along a way that the assumptions exclude", () => {
  const both = ["m integer >= 1", "n integer >= 1", "m <= n"];
  assert.is(verdictOf(order("m", "n", both)).grade, "unknown");
  assert.is(verdictOf(order("m*n", "n^2", both)).grade, "unknown");
  allGraded([order("n^2", "m*n", both), order("n^2*m", "n*m", both)], /^refuted$/);
});
test.run();
