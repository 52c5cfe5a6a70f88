import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: bounds of waves whose arguments no period joins");

/** What approaches a bound as near as wanted, at no place of note. */
const waves: [string, string, string[]][] = [
  ["sin(x) + sin(sqrt(2)*x)", "2", []],
  ["cos(pi*x)*cos(x)", "1", ["x > 1"]],
  ["sin(x) + sin(y) + sin(sqrt(2)*x + sqrt(3)*y)", "3", []],
  ["abs(sin(x) + sin(sqrt(2)*x))", "2", ["x < -10^6"]],
  ["(sin(x) + sin(sqrt(2)*x))/(1 + x^2/10^12)", "2", []],
  ["sin(x) - sin(1.000001*x)", "2", []],
  ["sin(n) + cos(sqrt(2)*n)", "2", ["n integer >= 1"]],
  ["-cos(sqrt(x)) - cos(sqrt(2*x))", "2", ["x > 0"]],
  ["x^2/(1 + x^2)*sin(x)", "1", []],
  ["sin(10^6*x) + sin(10^6*sqrt(2)*x)", "2", ["0 < x < 1"]],
  ["sum(cos(sqrt(k)*x), k, 1, 4)", "4", ["x > 1"]],
  ["cos(x/40) + sin((1 + sqrt(5))/2*x)", "2", ["x > 5"]],
];

test("fail a little below their bound", () =>
  allGraded(
    waves.map(([lhs, most, facts]): Row => [lhs, "<", `${most} - 1/100`, facts]),
    /^refuted$/,
  ));
test("hold a little above it", () =>
  allGraded(
    waves.map(([lhs, most, facts]): Row => [lhs, "<", `${most} + 1/100`, facts]),
    /^(proved|proved-if|tested)$/,
  ));
test("decide equations between functions with an edge, too", () => {
  allGraded(
    [
      ["max(sin(x) + sin(sqrt(2)*x), 1.99)", "=", "1.99", []],
      ["floor((2 + sin(x) + sin(sqrt(2)*x))/3.99)", "=", "0", []],
    ],
    /^refuted$/,
  );
  allGraded([["max(sin(x) + sin(sqrt(2)*x), 2.01)", "=", "2.01", []]], /^(proved|tested)$/);
});
test("are undecided where the phases may meet and no such place is found", () => {
  const loose: Row[] = [
    ["sin(exp(x)) + sin(x)", "<", "1.99", []],
    ["1/10^9", "<", "abs(sin(n))", ["n integer >= 1"]],
  ];
  for (const row of loose) {
    const { grade, reason } = verdictOf(row);
    assert.is(grade, "unknown", row.join(" "));
    assert.match(reason!, /the relation fails at some phases of (exp\(x\), x|n): far out/);
  }
});
test("stay tested where their arguments have one period, or where they fade", () =>
  allGraded(
    [
      ["sin(x) + sin(2*x)", "<", "1.7602", []],
      ["sin(pi*n/3) + sin(pi*n/4)", "<", "1.87", ["n integer >= 1"]],
      ["exp(-x^2)*(sin(x) + sin(sqrt(2)*x))", "<", "1.1", []],
      ["sin(x)/x", "<", "1/2", ["x > 2"]],
      ["sin(x) + sin(sqrt(2)*x)", "<", "1.99", ["0 < x < 10"]],
    ],
    /^(proved|tested)$/,
  ));
test("are found in narrow spikes, too, and what else is flat around", () =>
  allGraded(
    [
      ["exp(-10^4*(2 - sin(x) - sin(sqrt(2)*x)))", "<", "9/10", []],
      ["exp(-10^12*(cos(x) - x)^2)", "<", "9/10", []],
      ["max(exp(-10^8*(x*exp(x) - 2)^2), 1/2)", "=", "1/2", []],
      ["tanh(x^2)*sin(3*x) + sin((1 + sqrt(5))/2*x)", "<", "2 - 1/50", []],
      ["1/(1 + 10^10*((x - cos(y))^2 + (y - exp(-x))^2))", "<", "9/10", []],
    ],
    /^refuted$/,
  ));
test("what grows slowly without end is under no bound, and what ends is", () => {
  const n = ["n integer >= 1"];
  allGraded([["sum(1/k, k, 1, n)", "<", "20", n]], /^unknown$/);
  allGraded([["sum(1/k^2, k, 1, n)", "<", "1.645", n]], /^tested$/);
  allGraded(
    [
      ["factorial(n)", "<", "100^n", n],
      ["binomial(2*n, n)", "<", "3.9^n", n],
    ],
    /^refuted$/,
  );
});

test.run();
