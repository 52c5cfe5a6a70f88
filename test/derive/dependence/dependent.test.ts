import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readAssumptions } from "../../../src/derive/assumptions/assumptions.js";
import { decide } from "../../../src/derive/opinion/decide.js";
import { inFull } from "../../../src/derive/dependence/inFull.js";
import { parse } from "../../../src/derive/read/parse.js";
import { derivation, tex } from "../../../src/index.js";
import type { Relation } from "../../../src/record/types.js";
import { allGraded as rowsGraded, verdictOf as rowVerdict } from "../rows.js";

const test = suite("dependence: derivatives of bare names");
/** Left side, relation and right side; assumptions where there are any. */
type Row = [string, Relation, string, string[]?];
const verdictOf = ([lhs, relation, rhs, assumptions = []]: Row) =>
  rowVerdict([lhs, relation, rhs, assumptions]);
const allGraded = (rows: Row[], expected: RegExp): void =>
  rowsGraded(
    rows.map(([lhs, relation, rhs, assumptions = []]) => [lhs, relation, rhs, assumptions]),
    expected,
  );
const open = (row: Row) =>
  verdictOf(row).conditions.flatMap(({ text, metBy }) => (metBy === undefined ? [text] : []));
const provedIf = (row: Row, conditions: string[]): void => {
  const { grade, reason } = verdictOf(row);
  assert.is(grade, "proved-if", `${row[0]} = ${row[2]}: ${grade} ${reason ?? ""}`);
  assert.equal(open(row), conditions, `${row[0]} = ${row[2]}`);
};

test("an ordinary derivative obeys the rules of sums, products, powers, quotients and chains", () => {
  const rows: Row[] = [
    ["D(u*v, x)", "=", "u*D(v, x) + v*D(u, x)"],
    ["D(u*v*w, x)", "=", "D(u, x)*v*w + u*D(v, x)*w + u*v*D(w, x)"],
    ["D(u + a*v, x)", "=", "D(u, x) + a*D(v, x)"],
    ["D(y^2, x)", "=", "2*y*D(y, x)"],
    ["D(x^2*y, x)", "=", "2*x*y + x^2*D(y, x)"],
    ["D(exp(y), x)", "=", "exp(y)*D(y, x)"],
    ["D(y, x)", "=", "D(y, u)*D(u, x)"],
    ["D(m*v^2/2, t)", "=", "m*v*D(v, t)"],
    ["D(D(u*v, x), x)", "=", "D(D(u, x), x)*v + 2*D(u, x)*D(v, x) + u*D(D(v, x), x)"],
    ["D(D(y, x), x)", "=", "D(D(y, u), u)*D(u, x)^2 + D(y, u)*D(D(u, x), x)"],
    ["0", "<=", "D(y, x)^2"],
  ];
  allGraded(rows, /^proved$/);
  provedIf(["D(u/v, x)", "=", "(v*D(u, x) - u*D(v, x))/v^2"], ["v != 0"]);
  provedIf(["D(y, x)", "=", "D(y, t)/D(x, t)"], ["D(x, t) != 0"]);
  provedIf(["D(y, x)*D(x, y)", "=", "1"], ["D(y, x) != 0"]);
});

test("a rule with a slip is refuted by polynomials", () => {
  const rows: Row[] = [
    ["D(u*v, x)", "=", "D(u, x)*D(v, x)"],
    ["D(u*v, x)", "=", "u*D(v, x) - v*D(u, x)"],
    ["D(u*v*w, x)", "=", "D(u, x)*D(v, x)*D(w, x)"],
    ["D(y^2, x)", "=", "D(y, x)"],
    ["D(u/v, x)", "=", "D(u, x)/D(v, x)"],
    ["D(D(u*v, x), x)", "=", "D(D(u, x), x)*v + u*D(D(v, x), x)"],
    ["D(D(y, x), x)", "=", "D(D(y, u), u)*D(u, x)^2"],
    ["D(x^3, t)", "=", "3*x^2 + D(x, t)"],
    ["D(x*y, x)", "=", "y + D(y, x)"],
  ];
  allGraded(rows, /^refuted$/);
  const { point } = verdictOf(rows[0]).witness!;
  assert.equal(point, { x: "0", u: "1 + x", v: "1 + x" }); // 2 on the left, 1 on the right
});

test("\\partial needs to know what depends on what, and says so", () => {
  const chain: Row = ["partial(L, w)", "=", "partial(L, z)*partial(z, w)"];
  provedIf(chain, ["L depends on w only through z"]);
  provedIf(
    ["partial(f, c)", "=", "partial(f, d)*partial(d, c) + partial(f, e)*partial(e, c)"],
    ["f depends on c only through d and e"],
  );
  provedIf(
    ["D(f, t)", "=", "partial(f, t) + partial(f, x)*D(x, t) + partial(f, y)*D(y, t)"],
    ["f depends on t only directly and through x and y"],
  );
  const declared: Row = [chain[0], chain[1], chain[2], ["L depends on w only through z"]];
  allGraded([declared, ["partial(u*v, x)", "=", "u*partial(v, x) + v*partial(u, x)"]], /^proved$/);
});

test("the missing relation is named where the claim leaves it unsaid", () => {
  provedIf(
    ["partial(L, W)", "=", "partial(L, z)*x"],
    ["L depends on W only through z", "partial(z, W) = x"],
  );
  provedIf(["D(y, t)", "=", "D(y, x)*v"], ["y depends on t only through x", "D(x, t) = v"]);
  provedIf(
    ["partial(L, w)", "=", "partial(L, a)*partial(a, w) + partial(L, b)*c"],
    ["L depends on w only through a and b", "partial(b, w) = c"],
  );
  provedIf(["D(u*v*w, x)", "=", "D(u, x)*v*w + u*D(v, x)*w"], ["w does not depend on x"]);
  provedIf(["D(P*V, t)", "=", "P*D(V, t)"], ["P does not depend on t"]);
  provedIf(["D(x^2*y - x*y^3, x)", "=", "2*x*y - y^3"], ["y does not depend on x"]);
  provedIf(["integrate(v, t, 0, T)", "=", "v*T"], ["v does not depend on t"]);
  provedIf(["integrate(F, x, a, b)", "=", "F*(b - a)"], ["F does not depend on x"]);
});

test("a chain rule with a wrong or a missing factor is refuted", () => {
  const rows: Row[] = [
    ["partial(L, w)", "=", "3*partial(L, z)*partial(z, w)"],
    // Mathematics for Machine Learning, draft, (5.142): the last factor must be de/dc.
    ["partial(f, c)", "=", "partial(f, d)*partial(d, c) + partial(f, e)*partial(d, c)"],
    ["partial(z, s)", "=", "partial(z, x)*partial(x, s) - partial(z, y)*partial(y, s)"],
    ["D(f, t)", "=", "partial(f, x)*D(x, t) - partial(f, y)*D(y, t)"],
    ["partial(z, s)", "=", "partial(z, x)*partial(x, s) + partial(z, y)"],
    ["D(f, c)", "=", "D(f, d)*D(d, c) + D(f, e)*D(d, c)"],
    ["partial(u*v, x)", "=", "partial(u, x)*partial(v, x)"],
  ];
  allGraded(rows, /^refuted$/);
});

test("what is no identity, or has no certain meaning, is neither proved nor refuted", () => {
  const rows: Row[] = [
    ["partial(L, w)", "=", "0"],
    ["partial(L, z)", "=", "yhat - y"],
    ["D(y, x)", "=", "0"],
    ["partial(u, t)", "=", "k*partial(partial(u, x), x)"],
    ["partial(P, V)*partial(V, T)*partial(T, P)", "=", "1"],
    ["partial(P, V)*partial(V, T)*partial(T, P)", "=", "-1"],
    ["D(P, V)*D(V, T)*D(T, P)", "=", "1"],
    ["D(y, x)^2", "=", "D(y, t)^2"],
    ["D(z[i], w)", "=", "0"],
    ["partial(L, w[i])", "=", "0"],
    ["integrate(D(y, x), x, 0, 1)", "=", "0"],
    ["at(D(y, x), x, 0)", "=", "0"],
    ["D(e^2, e)", "=", "0"],
  ];
  allGraded(rows, /^unknown$/);
  assert.match(verdictOf(rows[0]).reason!, /^this is an equation for L, .* define L/);
  assert.match(verdictOf(rows[4]).reason!, /depend on each other: assume which is a function/);
  assert.match(verdictOf(rows[7]).reason!, /^y is differentiated by x and by t: assume/);
  const other: Row = ["D(y, t)", "=", "D(y, t) + 0*x", ["y depends on x"]];
  assert.match(verdictOf(other).reason!, /`y depends on x` does not name t/);
});

test("another name is a parameter, said once", () => {
  const { grade, method } = verdictOf(["D(a*x^2, x)", "=", "2*a*x"]);
  assert.is(grade, "proved");
  assert.match(method, /; constant in x: a$/);
  allGraded(
    [
      ["D(sigmoid(w*x + b), w)", "=", "x*sigmoid(w*x + b)*(1 - sigmoid(w*x + b))"],
      ["D(D(x^2*y^3, x), y)", "=", "6*x*y^2"], // y is a variable, too
      ["partial(x^2*y - x*y^3, x)", "=", "2*x*y - y^3"], // \partial holds y fixed
      ["D(x^2*y, x)", "=", "2*x*y", ["y constant"]],
      ["integrate(a*x, x, 0, 1)", "=", "a/2"],
      ["integrate(1/(d - c), x, c, d)", "=", "1", ["c < d"]],
      ["D(a, x)", "=", "0", ["a constant"]],
    ],
    /^proved$/,
  );
});

test("only a premise that holds along a curve is differentiated", () => {
  allGraded(
    [
      ["x^2 + y^2 = 1", "=>", "2*x + 2*y*D(y, x) = 0"],
      ["x^2 + y^2 = 25", "=>", "x*D(x, t) + y*D(y, t) = 0"],
      ["V = s^3", "=>", "D(V, t) = 3*s^2*D(s, t)"],
      ["D(P, t) = k*P", "=>", "D(D(P, t), t) = k^2*P"],
      ["D(D(x, t), t) = -a*x", "=>", "D(D(D(x, t), t), t) = -a*D(x, t)"],
    ],
    /^proved$/,
  );
  provedIf(["x^2 + y^2 = 1", "=>", "D(y, x) = -x/y"], ["y != 0"]);
  provedIf(["x^2 + y^2 = 1", "=>", "D(D(y, x), x) = -1/y^3"], ["y != 0"]);
  allGraded(
    [
      ["x^2 = 4", "=>", "2*x = 0"],
      ["D(P, t) = k*P", "=>", "k*P = 0"],
      ["x*y = 1", "=>", "D(y, x) = y/x"],
      ["V = s^3", "=>", "D(V, t) = 3*s^2"],
      ["x^2 + y^2 = 1", "=>", "D(D(y, x), x) = 1/y^3"],
      ["D(P, t) = k*P", "=>", "D(D(P, t), t) = k*P"],
    ],
    /^refuted$/,
  );
  allGraded([["x^2 + y^2 = 1", "=>", "2*x + y*D(y, x) = 0"]], /^(refuted|unknown)$/);
  // y = 3 may hold at one place, or along the line; x = 2 fixes a place.
  allGraded(
    [
      ["y = 3", "=>", "D(y, x) = 0"],
      ["x = 2 and y = 3", "=>", "D(y, x) = 0"],
    ],
    /^unknown$/,
  );
});

test("a quantity is one through the whole derivation, and a defined function is what it is defined as", () => {
  const grades = (made: ReturnType<typeof derivation>) =>
    made.toJSON().steps.flatMap(({ grade }) => (grade === "assumed" ? [] : [grade]));
  const above = derivation("calc.above")
    .from("D(y^2, x)")
    .equals("2*y*D(y, x)")
    .from("D(x*y, x)")
    .equals("y");
  assert.equal(grades(above), ["proved", "refuted"]);
  const defined = (rhs: string) =>
    grades(
      derivation("calc.g")
        .define("g(x)", "a*x^2 + b*x + c")
        .from(tex`\frac{dg}{dx}`)
        .equals(rhs),
    );
  assert.equal(defined("2*a*x + b"), ["proved"]);
  assert.equal(defined("2*a*x"), ["refuted"]);
  assert.throws(
    () => derivation("calc.h").define("g(u)", "u^2").from("D(g, x)").equals("0"),
    /^the derivative of g by x: g\(u\) is defined, write g\(u\)/,
  );
  const known = derivation("calc.loss").define("z", "w*x").define("L", "z^2");
  assert.equal(grades(known.from(tex`\frac{\partial L}{\partial w}`).equals("2*w*x^2")), [
    "proved",
  ]);
});

test("LaTeX keeps d and \\partial apart", () => {
  const text = (latex: TemplateStringsArray) =>
    derivation("calc.tex").from(tex(latex)).equals("q + 1").toJSON().steps[0].lhs;
  assert.is(text`\frac{dy}{dx} + \frac{\partial L}{\partial w}`, "D(y, x) + partial(L, w)");
  assert.throws(() => text`\frac{\partial L}{dw}`, /\\partial before each name, as above/);
});

test("the facts found are handed on with the direct arguments", () => {
  const claim = {
    left: parse("partial(L, w)"),
    relation: "=" as const,
    right: parse("partial(L, z)*partial(z, w)"),
  };
  const { facts } = inFull(claim, readAssumptions(["w > 0"])).assumptions;
  const found = facts.flatMap((fact) => (fact.kind === "depends" ? [[fact.name, fact.on]] : []));
  assert.equal(found, [
    ["L", ["z"]],
    ["z", ["w"]],
  ]);
  assert.is(decide(claim, readAssumptions([])).grade, "proved-if");
});

test.run();
