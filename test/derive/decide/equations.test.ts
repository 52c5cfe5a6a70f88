import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { Relation } from "../../../src/record/types.js";
import { derivation, tex } from "../../../src/index.js";

const test = suite("derive: equations among the assumptions");

const graded = (lhs: string, relation: Relation, rhs: string, ...assumptions: string[]) =>
  gradeClaim({ id: "a", lhs, relation, rhs, assumptions }, () => 0);
const grade = (...claim: Parameters<typeof graded>) => graded(...claim).grade;

test("an equation is used in equations, inequalities, implications and roundings", () => {
  assert.is(grade("a^2 + 2*a*b + b^2", "=", "1", "a + b = 1"), "proved");
  assert.is(grade("a*b", "<=", "1/4", "a + b = 1"), "proved");
  assert.is(grade("x = 2", "=>", "x*y = 6", "y = 3"), "proved");
  assert.is(grade("x*y = 6", "<=>", "x = 2", "y = 3"), "proved");
  assert.is(grade("a", "≈", "0.33", "3*a = 1"), "proved");
  assert.is(grade("a", "<", "c", "0 < a = b", "b < c"), "proved");
  assert.is(grade("D(D(A*cos(w*t), t), t)", "=", "-k/m*A*cos(w*t)", "w^2 = k/m"), "proved");
});

test("a claim that fails where the equations hold is refuted there, with the values of its sides", () => {
  const { witness } = graded("a*b", "<=", "1/5", "a + b = 1");
  const { a, b } = witness!.point;
  assert.equal([a, b, witness!.lhs, witness!.rhs], ["1/3", "2/3", "2/9", "1/5"]);
  assert.is(grade("a", "=", "b", "a^2 = b^2"), "refuted");
  assert.is(grade("w", "=", "sqrt(k/m)", "w^2 = k/m"), "refuted");
  assert.is(grade("a", "≈", "0.34", "3*a = 1"), "refuted");
  assert.is(grade("x*y = 7", "<=>", "x = 2", "y = 3"), "refuted");
});

test("what is a multiple of an equation is 0, also of one that is solved for no name", () => {
  assert.is(grade("s^4 - c^4", "=", "s^2 - c^2", "s^2 + c^2 = 1"), "proved");
  const weights = ["sum(p[i], i, 1, n) = 1", "n integer >= 1"];
  const mean = "sum(p[i]*x[i], i, 1, n)";
  assert.is(grade("sum(p[i]*(x[i] - m), i, 1, n)", "=", `${mean} - m`, ...weights), "proved");
  assert.is(grade("sum(2*p[i], i, 1, n)", "=", "3", ...weights), "refuted");
  assert.is(grade("sum(p[i], i, 1, n + 1)", "=", "1", ...weights), "refuted");
  const spread = `sum(p[i]*x[i]^2, i, 1, n) - m^2`;
  const variance = "sum(p[i]*(x[i] - m)^2, i, 1, n)";
  assert.is(grade(variance, "=", spread, ...weights, `m = ${mean}`), "proved");
  assert.is(grade(variance, "=", spread, ...weights), "refuted");
});

test("where an equation stands its sides have values", () => {
  const { conditions } = graded("m*w^2", "=", "k", "w^2 = k/m");
  assert.equal(
    conditions.map(({ text, metBy }) => [text, metBy]),
    [["m != 0", "w^2 = k/m"]],
  );
  assert.is(grade("1/a", "=", "b", "a*b = 1"), "proved-if");
});

test("the conditions of all entries of a list are met at one point where the equations hold", () => {
  const list = ["[sqrt(x)^2, sqrt(-y)^2]", "=", "[x, -y]"] as const;
  assert.match(graded(...list, "x = y - 1").reason!, /the equations and the conditions hold/);
  assert.is(grade(...list, "x = y + 1"), "proved-if");
});

test("a derivative along the curve that an equation gives is proved, and the second opinion does not object", () => {
  assert.is(grade("D(x*y, x)", "=", "3*x^2", "y depends on x", "y = x^2"), "proved");
  assert.is(grade("y = x^2", "=>", "D(x*y, x) = 3*x^2", "y depends on x"), "proved");
  assert.is.not(grade("D(x*y, x)", "=", "2*x^2", "y depends on x", "y = x^2"), "proved");
});

test("comparisons that are joined by and, or denied by not, are assumptions like others", () => {
  assert.is(grade("a + b", "<", "0", "a < 0 and b < 0"), "proved");
  assert.is(grade("0", "<", "a + b", "a < 0 and b < 0"), "refuted");
  assert.is(grade("1/(a - b)", "=", "-1/(b - a)", "not a = b"), "proved");
  assert.is(grade("x", "=", "y", "x = z and z = y"), "proved");
  assert.match(graded("x", "=", "y", "x = y or x = z").reason!, /several alternatives/);
});

test("equations without a solution show nothing, not even what holds without them", () => {
  const none = /hold at no point/;
  assert.match(graded("x", "=", "3", "a = 1", "a = 2").reason!, none);
  assert.match(graded("x + x", "=", "2*x", "a = 1", "a = 2").reason!, none);
  assert.match(graded("x", "<", "y", "x = y", "x < y").reason!, none);
  assert.is(grade("x + x", "=", "2*x", "a = 1", "b = 2"), "proved");
});

test("equations for which no point is found show nothing, and entries of one range say nothing of another", () => {
  for (const never of ["sin(x) = 3", "floor(x) = 1/2", "2*m = 2*n + 1"]) {
    const [lhs, rhs] = never.split(" = ");
    assert.match(
      graded(lhs, "=", rhs, never, "m integer", "n integer").reason!,
      /no point was found/,
    );
  }
  const other = ["y = sum(1/x[i], i, 1, n)", "n integer >= 1", "m integer >= 1"];
  assert.is(grade("sum(x[i]/x[i], i, 1, m)", "=", "m", ...other), "proved-if");
});

test("an entry, a sum or a function is known where an equation is linear in it", () => {
  const none = /hold at no point/;
  assert.match(graded("x[1]", "=", "2", "x[1] = 1", "x[1] = 2").reason!, none);
  const weights = (total: number) => `sum(p[i], i, 1, n) = ${total}`;
  assert.match(graded("sum(p[j], j, 1, n)", "=", "2", weights(1), weights(2)).reason!, none);
  assert.is(grade("x[1] + x[2]", "=", "3", "x[1] = 1", "x[2] = 2"), "proved");
  assert.is(grade("x[1] + x[2]", "=", "4", "x[1] = 1", "x[2] = 2"), "refuted");
});

test("what holds under conditions that the equations exclude is not proved", () => {
  const excluded: [string, string, string][] = [
    ["x/x", "1", "x = 0"],
    ["(x^2 - 1)/(x - 1)", "x + 1", "x = 1"],
    ["sqrt(x)^2", "x", "x = -1"],
    ["sqrt(x - y)^2", "x - y", "x = y - 1"],
    ["exp(log(x))", "x", "x = -2"],
    ["(1 - r^3)/(1 - r)*(1 - r)", "1 - r^3", "r = 1"],
    ["sum(k, k, 1, n)", "n*(n + 1)/2", "n = 5/2"],
    ["integrate(exp(-l*x), x, 0, Infinity)", "1/l", "l = -1"],
  ];
  for (const [lhs, rhs, equation] of excluded) {
    assert.is(grade(lhs, "=", rhs, equation), "unknown", `${lhs} = ${rhs} under ${equation}`);
    assert.is(grade(equation, "=>", `${lhs} = ${rhs}`), "unknown", `${equation} => ${lhs}`);
  }
  assert.match(graded("(a - b)/(a - b)", "=", "1", "a = b").reason!, /exclude each other/);
  assert.is(grade("(a - b)/(a - b)", "=", "1", "a = 2*c"), "proved-if");
  assert.is(grade("x/x", "=", "1", "x = 2"), "proved");
  assert.is(grade("sqrt(x)^2", "=", "x", "x = y"), "proved-if");
  assert.is(grade("sum(k, k, 1, n)", "=", "n*(n + 1)/2", "n = 2*m", "m integer >= 1"), "proved-if");
});

test("a name that an equation links to the variable of a derivative is held constant for nobody", () => {
  const linked = /`a = x` may say how a depends on x: insert it/;
  assert.match(graded("D(a*x, x)", "=", "a", "a = x").reason!, linked);
  assert.match(graded("D(a*x, x)", "=", "a", "b = x", "a = b").reason!, /`a = b` may say how a/);
  assert.is(grade("D(a*x, x)", "=", "a", "a = b"), "proved");
  assert.match(graded("at(D(a*x^2, x), x, 1)", "=", "2*a", "a = x").reason!, linked);
  assert.is(grade("D(y, x)", "=", "2*x", "y = x^2", "y depends on x"), "proved");
  assert.is(grade("D(y, x)", "=", "0", "y = x^2", "y depends on x"), "refuted");
  assert.is(grade("integrate(c*x, x, 0, 1)", "=", "c^2/2", "c = x"), "unknown");
});

test("an equation for an entry or a function is refused, with what to write", () => {
  assert.match(
    graded("x[3]", "=", "6", "x[n] = 2*n").reason!,
    /one entry or of all: define the family/,
  );
  assert.match(
    graded("f(2)", "=", "4", "f(x) = x^2").reason!,
    /one value of f or of all: define f/,
  );
  assert.match(graded("x", "=", "1", "x = 1 or x = 2").reason!, /as the premise of =>/);
});

test("a step that says an equation again is assumed, and definitions are inserted in one", () => {
  const chain = derivation("a.step", ["a + b = 1"]).chain(tex`a = 1 - b`);
  assert.is(chain.grade, "assumed");
  const defined = derivation("a.step", ["a + v = 1"]).define("v", "2*c", "given");
  assert.is(defined.from("(a + c)^2").equals("(1 - c)^2").toJSON().steps.at(-1)!.grade, "proved");
  assert.is(defined.from("a + c").equals("1 - c").toJSON().steps.at(-1)!.grade, "assumed");
  assert.is(defined.from("a + c").equals("1 + c").toJSON().steps.at(-1)!.grade, "refuted");
});

test("argmax refuses a name that an equation may bind", () => {
  const bound = derivation("a.max", ["x + y = 1"]);
  assert.throws(() => bound.argmax("-x^2", "x").at("0"), /`x \+ y = 1` may bind x: insert it/);
});

test.run();
