import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readAssumptions } from "../../../src/derive/assumptions/assumptions.js";
import { proof, refutation, type Verdict } from "../../../src/derive/decide/conditions/verdict.js";
import { isDisagreement } from "../../../src/derive/tree/disagreement.js";
import { addSpecial } from "../../../src/derive/oracle/evaluate/special.js";
import { parse } from "../../../src/derive/read/parse.js";
import { readPrinted } from "../../../src/derive/tree/printed.js";
import { secondOpinion } from "../../../src/derive/opinion/secondOpinion.js";
import type { Relation } from "../../../src/record/types.js";

addSpecial();
const test = suite("derive: second opinion");

type Row = [lhs: string, relation: Relation, rhs: string, ...assumptions: string[]];

/** What becomes of a verdict on a claim. */
function opinion([lhs, relation, rhs, ...texts]: Row, verdict: Verdict): Verdict {
  const [left, right] = [parse(lhs), parse(rhs)];
  const unit = relation === "≈" ? readPrinted(rhs).unit : undefined;
  const claim = { left, relation, right, unit };
  return secondOpinion(claim, readAssumptions(texts), verdict);
}
const proved = proof([], [], "a rule that is wrong");
const text = (row: Row) => row.join(" ");

/** False claims, one for each kind of wrong proof that was once found. */
const wrong: Row[] = [
  ["(a + b)^2", "=", "a^2 + b^2"],
  ["log(exp(x))", "=", "x + 1"],
  ["sqrt(x^2)", "=", "x"],
  ["sum(delta(k, 0)*a, k, 0, 5)", "=", "0"],
  ["sum(delta(i, -1)*y, i, -1, 1)", "=", "0"],
  ["abs(x[1])", "=", "x[1]", "n integer >= 2", "x[n] > 0"],
  ["sum(abs(x[j]), j, 1, N)", "=", "sum(x[j], j, 1, N)", "N integer >= 3", "x[N] >= 0"],
  ["sum(floor(k), k, a, a + 2)", "=", "3*a + 3"],
  ["sum(k/k, k, 1, 2) + sum(k/k, k, -2, 2)", "=", "7"],
  ["at(D(x^2, x), x, 3)", "=", "0"],
  ["at(D(D(x^2, x), x), x, 0)", "<", "0"],
  ["D(x^3, x)", "=", "3*x"],
  ["D(u*v, x)", "=", "D(u, x)*D(v, x)", "u depends on x", "v depends on x"],
  ["integrate(t/(t^2 + 1), t, 1, x)", "=", "integrate(t/(t^3 + 1), t, 1, x)", "x > 0"],
  ["integrate(exp(-x^2), x, -Infinity, Infinity)", "=", "pi"],
  ["integrate(x^n*exp(-x), x, 0, Infinity)", "=", "factorial(n) + 1", "n integer >= 1"],
  ["sum(1/2^k, k, 0, Infinity)", "=", "1"],
  ["integrate(integrate(exp(x*y), x, 0, 1), y, 0, 1)", "=", "exp(1) - 1"],
  ["D(integrate(exp(-t*x), t, 0, 1), x)", "=", "integrate(exp(-t*x), t, 0, 1)"],
  ["integrate(abs(x), x, -1, 2)", "=", "3/2"],
  ["x", "<", "x^2", "x > 1/2"],
  ["0", "<=", "(x - 123457)*(x - 123458)"],
  ["pi", "<=", "3.14"],
  ["exp(y)", "<", "exp(y) + (2 - y)^2"],
  ["abs(2)*exp(y)", "<", "2*exp(y) + (2 - y)^2"],
  ["sqrt(2)", "<", "sqrt(2) + x^2 - 2*x + 1"],
  ["x", "<", "3", "x + sqrt(2) <= 3 + sqrt(2)"],
  ["x", "<", "2", "x + log(4) <= 2 + 2*log(2)"],
  ["x + sqrt(2) >= 2 + sqrt(2)", "=>", "x > 2"],
  ["log(exp(x)) = 2", "=>", "x = 5"],
  ["exp(x)*exp(-x)*x = 2", "=>", "x = 5"],
  ["exp(log(2))*x = 6", "=>", "x = 5"],
  ["x + 2^(1/2) = 2 + sqrt(2)", "=>", "x = 5"],
  ["x^2 = 4", "=>", "x = 2"],
  ["x^2 = 4", "<=>", "x = 2"],
  ["x = 0", "=>", "1/x = 5"],
  ["x > 2", "=>", "x > 3"],
  ["pi", "≈", "3.15"],
  ["n^2", "O", "n"],
  ["n*log(n)", "O", "n"],
  ["p(A=1, B=0)", "=", "p(A=1)*p(B=0)"],
  ["p(A=1 | B=0)", "=", "p(A=1)"],
  ["f(x + 1)", "=", "f(x) + f(1)"],
  ["max(a, b) + min(a, b)", "=", "a - b"],
  ["cbrt(x^3)", "=", "abs(x)"],
  ["factorial(n + 1)", "=", "n*factorial(n)", "n integer >= 0"],
  ["binomial(n, 2)", "=", "n^2/2", "n integer >= 2"],
  ["x/x", "=", "1"],
];

test("a proof of what is false is not published, whatever its kind", () => {
  for (const row of wrong) {
    const { grade, reason } = opinion(row, proved);
    assert.is(grade, "unknown", text(row));
    assert.ok(isDisagreement(reason), text(row));
    assert.match(reason ?? "", /please report this claim$/);
  }
});

test("a condition that does not save a claim is seen, one that does is kept", () => {
  const x = parse("x");
  const under = (need: "positive" | "nonzero"): Verdict =>
    proof([], [{ text: "", latex: "", demand: { need, expr: x, scopes: [] } }], "a rule");
  const root: Row = ["sqrt(x^2)", "=", "x"];
  assert.is(opinion(root, under("nonzero")).grade, "unknown");
  assert.is(opinion(root, under("positive")).grade, "proved-if");
});

test("a refutation is withdrawn where the claim holds at its point, and kept where nothing tells", () => {
  const at = (point: Record<string, string>, lhs: string, rhs: string) =>
    refutation([], { point, lhs, rhs }, [], "a rule that is wrong");
  const square: Row = ["x", "<=", "x^2"];
  assert.is(opinion(square, at({ x: "1/2" }, "1/2", "1/4")).grade, "refuted");
  assert.match(opinion(square, at({ x: "2" }, "2", "4")).reason ?? "", /by the other it holds/);
  const value = /by the other a side has another value/;
  assert.match(opinion(square, at({ x: "1/2" }, "1/2", "0")).reason ?? "", value);
  const slope: Row = ["at(D(sin(x), x), x, pi/2)", "=", "0"];
  assert.match(opinion(slope, at({}, "≈ 1.0000", "0")).reason ?? "", value);
  assert.is(opinion(["log(2)", "=", "7/10"], at({}, "≈ 0.6931478", "7/10")).grade, "refuted");
  const large: Row = ["exp(125)", "=", "1"];
  assert.is(opinion(large, at({}, `≈ 1935576042${"0".repeat(45)}.0`, "1")).grade, "refuted");
  const small: Row = [...square, "x > 1"];
  const outside = /by the other what is assumed does not hold at x = 1\/2/;
  assert.match(opinion(small, at({ x: "1/2" }, "1/2", "1/4")).reason ?? "", outside);
  assert.is(opinion(["zeta(2)", "=", "7"], at({ "zeta(t)": "t^2" }, "4", "7")).grade, "refuted");
});

test("where nothing has a proven bound there is no opinion", () => {
  const rows: Row[] = [
    ["integrate(1/x, x, -1, 1)", "=", "7"],
    ["integrate(sin(x)/x, x, 1, Infinity)", "=", "7"],
    ["sum(1/k, k, 1, Infinity)", "=", "7"],
  ];
  for (const row of rows) assert.is(opinion(row, proved).grade, "proved", text(row));
});

test("a true claim keeps its verdict", () => {
  const rows: Row[] = [
    ["(a + b)^2", "=", "a^2 + 2*a*b + b^2"],
    ["integrate(exp(-t), t, 0, x)", "=", "1 - exp(-x)"],
    ["integrate(exp(-x^2), x, -Infinity, Infinity)", "=", "sqrt(pi)"],
    ["integrate(x^2*p(x), x, -Infinity, Infinity)", "=", "1", "p density"],
    ["sum(1/2^k, k, 0, Infinity)", "=", "2"],
    ["sin(x)^2 + cos(x)^2", "=", "1"],
    ["D(u*v, x)", "=", "u*D(v, x) + v*D(u, x)", "u depends on x", "v depends on x"],
    ["y = x^2", "=>", "D(x*y, x) = 3*x^2", "y depends on x"],
    ["x^2 = 4", "<=>", "x = 2 or x = -2"],
    ["p(A=1 | B=0)*p(B=0)", "=", "p(A=1, B=0)"],
    ["3*n^2 + n", "O", "n^2"],
    ["sigmoid(x)", "<", "1"],
    ["tanh(x)", "<", "1"],
    ["0", "<=", "x^4 - 2*x^2 + 1"],
    ["sqrt(2)*sqrt(3)*x", "=", "sqrt(6)*x"],
    ["x + sqrt(2) = 2 + sqrt(2)", "=>", "x = 2"],
  ];
  for (const row of rows) assert.is(opinion(row, proved).grade, "proved", text(row));
});

test.run();
