import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: conditions and their ranges");

const openOf = (row: Row) =>
  verdictOf(row).conditions.flatMap(({ text, metBy }) => (metBy === undefined ? [text] : []));

test("a part that stands within a range and outside it, or in two ranges, has a condition for each", () => {
  const rows: [Row, string[]][] = [
    [["sum(x/x, x, 1, 3) + x/x", "=", "4", []], ["x != 0"]],
    [["x/x + sum(x/x, x, 1, 3)", "=", "4", []], ["x != 0"]],
    [["sum(sqrt(x)^2, x, 1, 3) + sqrt(x)^2", "=", "6 + x", []], ["x >= 0"]],
    [["integrate(exp(log(x)), x, 1, 2) + exp(log(x))", "=", "3/2 + x", []], ["x > 0"]],
    [["integrate(t/t, t, 1, 2)*y + t/t", "=", "y + 1", []], ["t != 0"]],
    [
      [
        "sum(k/(k - m), k, 1, 3) + sum(k/(k - m), k, 2, 4)",
        "=",
        "sum(k/(k - m), k, 2, 4) + sum(k/(k - m), k, 1, 3)",
        [],
      ],
      ["k - m != 0 for k from 1 to 3", "k - m != 0 for k from 2 to 4"],
    ],
  ];
  for (const [row, open] of rows) {
    assert.is(verdictOf(row).grade, "proved-if", row[0]);
    assert.equal(openOf(row), open);
  }
  allGraded([["sum(k/k, k, 1, 2) + sum(k/k, k, 3, 4)", "=", "4", []]], /^proved$/);
});
test("a condition that never holds in its range proves nothing", () => {
  for (const row of [
    ["integrate(exp(1/x)/x^2, x, -1, 1)", "=", "exp(-1) - exp(1)", []],
    ["integrate(exp(1/x^2)/x^3, x, -1, 1)", "=", "0", []],
    ["integrate(exp(1/(x-a))/(x-a)^2, x, a-1, a+1)", "=", "exp(-1) - exp(1)", []],
    ["integrate(exp(1/(x^2-2))*2*x/(x^2-2)^2, x, 1, 2)", "=", "exp(-1) - exp(1/2)", []],
    ["integrate(x/x, x, 1, -1)", "=", "-2", []],
    ["sum(k, k, pi, pi + 1)", "=", "2*pi + 1", []],
    ["sqrt(-1)", "=", "sqrt(-1) + 0", []],
  ] as Row[]) {
    assert.is(verdictOf(row).grade, "unknown", row[0]);
  }
  const { reason } = verdictOf(["integrate(exp(1/x)/x^2, x, -1, 1)", "=", "exp(-1) - exp(1)", []]);
  assert.is(reason, "the condition `x != 0 for x from -1 to 1` does not hold");
  allGraded([["sum(k/k, k, 1, 2) + sum(k/k, k, -2, 2)", "=", "7", []]], /^refuted$/);
});
test("a condition that holds inside an integral is none, whichever way its limits run", () =>
  allGraded(
    [
      ["integrate(exp(1/x)/x^2, x, 1, 2)", "=", "exp(1) - exp(1/2)", []],
      ["integrate(exp(1/x)/x^2, x, 2, 1)", "=", "exp(1/2) - exp(1)", []],
      ["integrate(1/sqrt(x), x, 0, 1)", "=", "2", []],
      ["integrate(x/x, x, 2, 1)", "=", "-1", []],
      ["integrate(x/x, x, -2, -2)", "=", "0", []],
      ["integrate(1/x, x, a, b)", "=", "log(b/a)", ["a > 0", "b > 0"]],
      ["integrate(sign(x), x, -1, 2)", "=", "1", []],
    ],
    /^proved$/,
  ));
test("where an integral stays as it is, it must converge at a limit at which nothing has a value", () => {
  const condition = "the integrals over t converge absolutely";
  const row: Row = [
    "integrate(f(t)*log(t), t, 0, 1)",
    "=",
    "integrate(log(t)*f(t), t, 0, 1) + 0",
    [],
  ];
  assert.is(verdictOf(row).grade, "proved-if");
  assert.equal(openOf(row), [condition]);
  const closed: Row = ["integrate(exp(t)/t, t, 1, 2)", "<=", "integrate(exp(t)/t, t, 0, 2)", []];
  const { grade, reason } = verdictOf(closed);
  assert.is(grade, "unknown");
  assert.is(reason, `it could not be decided whether ${condition}`);
  const apart: Row = ["integrate(f(t)/t, t, 1, 2)", "=", "integrate(f(s)/s, s, 1, 2) + 0", []];
  allGraded([apart], /^proved$/);
});
test("bounds of sums and products are integers, or it is a condition that they are", () => {
  assert.equal(openOf(["sum(floor(k), k, a, a+2)", "=", "3*a + 3", []]), ["a is an integer"]);
  allGraded(
    [
      ["sum(floor(k), k, a, a+2)", "=", "3*a + 3", []],
      ["sum((-1)^(2*k), k, a, a+2)", "=", "3", []],
      ["prod(floor(k)/k, k, a, a+2)", "=", "1", ["a > 0"]],
      ["sum(k, k, m, n)", "=", "(n*(n+1) - m*(m-1))/2", []],
    ],
    /^proved-if$/,
  );
  allGraded(
    [
      ["sum(floor(k), k, a, a+2)", "=", "3*a + 3", ["a integer"]],
      ["sum(k, k, m, n)", "=", "(n*(n+1) - m*(m-1))/2", ["m integer", "n integer", "m <= n"]],
      ["sum(k, k, -2, n)", "=", "n*(n+1)/2 - 3", ["n integer >= 0"]],
    ],
    /^proved$/,
  );
  allGraded(
    [
      ["sum(floor(k), k, 1/2, 5/2)", "=", "9/2", []],
      ["prod(k, k, 1/2, 5/2)", "=", "15/8", []],
      ["sum(k, k, 1, -3)", "=", "5", []],
    ],
    /^refuted$/,
  );
});
test("no condition, witness or reason holds a name that a procedure gave", () => {
  for (const row of [
    ["sum(sign(k), k, 1, N)", "=", "N", []],
    ["sum(sign(k - 3), k, 1, N)", "=", "N", []],
    ["integrate(sign(x - a), x, 0, 2)", "=", "1", []],
    ["integrate(integrate(x*exp(-x*y), x, 0, Infinity), y, a, 2)", "=", "1/2", []],
    ["D(integrate(abs(t*x), t, 0, 1), x)", "=", "x/(2*abs(x))", []],
    ["D(sum(abs(k*x), k, 1, N), x)", "=", "sign(x)*N*(N+1)/2", []],
    ["integrate(sign(x*y), x, -1, 2)", "=", "y", []],
  ] as Row[]) {
    const { conditions, witness, reason } = verdictOf(row);
    assert.not.match(JSON.stringify([conditions, witness, reason]), /[$#~]/, row[0]);
  }
});
test.run();
