import { suite } from "uvu";
import * as assert from "uvu/assert";
import { refuses } from "../support/refuses.js";
import { Derivation, symbols } from "../../src/derive/index.js";

const test = suite("derive: definitions");

const begin = (...assumptions: string[]) => new Derivation("a.b", assumptions);
const last = (chain: Derivation) => chain.toJSON().steps.at(-1)!;

test("a name stands for its expression as if that were written in its place", () => {
  assert.is(
    last(begin().define("f", "x^2").from("integrate(f, x, 0, 1)").equals("1/3")).grade,
    "proved",
  );
  assert.is(last(begin().define("f", "x^2").from("D(f, x)").equals("2*x")).grade, "proved");
  assert.is(last(begin().define("f", "x^2").from("D(f, x)").equals("x")).grade, "refuted");
  assert.is(last(begin().define("n", "5").from("sum(n, n, 1, 3)").equals("6")).grade, "proved"); // the bound n
});
test("a function is inserted with its arguments, whatever its own bound names are", () => {
  const sum = () => begin("N integer >= 1").define("f(x)", "sum(x, n, 1, N)");
  assert.is(last(sum().from("f(n)").equals("N*n")).grade, "proved");
  assert.is(last(sum().from("f(n)").equals("N*(N + 1)/2")).grade, "refuted");
});
test("a name that is free in a function is not the one that is bound around it", () => {
  const scaled = () => begin().define("f(x)", "k*x").define("y[n]", "a*n");
  assert.is(last(scaled().from("sum(f(j), j, 1, 3)").equals("6*k")).grade, "proved");
  assert.is(last(scaled().from("at(f(t), t, 2) + y[2]").equals("2*k + 2*a")).grade, "proved");
  assert.throws(
    () => scaled().from("sum(f(k), k, 1, 3)").equals("14"),
    /k is free in the definition of f\(x\) and bound around it: write another letter/,
  );
  assert.throws(
    () => scaled().from("prod(y[a], a, 1, 3)").equals("36"),
    /a is free in the definition of y\[n\] and bound around it/,
  );
  assert.throws(
    () =>
      begin()
        .define("p(x)", "y", "flat", { where: "0 < x < 1" })
        .from("integrate(p(y), y, -Infinity, Infinity)")
        .equals("1/2"),
    /y is free in the definition of p\(x\) and bound around it/,
  );
});
test("a parameter is the function's own, and a family is given by a formula for its entries", () => {
  assert.is(
    last(begin().define("x", "3").define("p(x)", "x^2").from("p(2)").equals("4")).grade,
    "proved",
  );
  const odd = () => begin("N integer >= 1").define("y[n]", "2*n - 1");
  assert.is(last(odd().from("sum(y[n], n, 1, N)").equals("N^2")).grade, "proved");
  assert.is(last(odd().from("y[3] + y[1]").equals("6")).grade, "proved");
  assert.is(last(odd().from("sum(y[n], n, 1, N)").equals("N^2 + 1")).grade, "refuted");
  assert.throws(
    () => odd().define("y", "2"),
    /^define: y must be a new name, but it is defined above$/,
  );
  assert.throws(
    () => begin().from("y[1]").define("y[n]", "n"),
    /steps above use it as a free name$/,
  );
});
test("a name has one meaning: what is taken, used or spoken of is refused", () => {
  const refused = (chain: Derivation, name: string, value: string, message: RegExp) =>
    refuses(() => chain.define(name, value), message);
  refused(
    begin(),
    "pi",
    "3",
    /^define: pi must be a new name, but it has a meaning of its own here$/,
  );
  refused(
    begin().define("S", "1"),
    "S",
    "2",
    /^define: S must be a new name, but it is defined above$/,
  );
  refused(begin().from("S + 1").equals("1 + S"), "S", "2", /steps above use it as a free name$/);
  refused(begin().from("S"), "S", "2", /steps above use it as a free name$/);
  refused(begin().define("T", "S + 1"), "S", "2", /definitions above speak of it as a free name$/);
  refused(begin(), "S", "S + 1", /its own value speaks of it$/);
  refused(begin("N integer >= 1"), "N", "2", /the assumption `N integer >= 1` speaks of it$/);
  refused(begin("p density"), "p(x)", "x", /the assumption `p density` speaks of it$/);
  refused(
    begin(),
    "exp(x)",
    "x",
    /^define: exp must be a new name, but it has a meaning of its own here$/,
  );
  for (const name of ["sin", "arctan", "erf", "gcd"]) {
    refused(
      begin(),
      `${name}(x)`,
      "3",
      /must be a new name, but it has a meaning of its own here$/,
    );
  }
  refused(begin(), "f(x)", "f(x) + 1", /its own value speaks of it$/);
  refused(begin(), "f(x, x)", "1", /must be a function of different names$/);
  refused(
    begin(),
    "x + 1",
    "2",
    /the left side must be a name, a function such as p\(x\), a family such as x\[n\] or an event/,
  );
});
test("a function between limits is 0 elsewhere, and an integral over the line is split there", () => {
  const flat = () => begin("c < d").define("p(x)", "1/(d - c)", "flat", { where: "c < x < d" });
  const line = (f: string) => `integrate(${f}, x, -Infinity, Infinity)`;
  assert.is(last(flat().from(line("p(x)")).equals("1")).grade, "proved");
  assert.is(last(flat().from(line("x*p(x)")).equals("(c + d)/2")).grade, "proved");
  assert.is(last(flat().from(line("x*p(x)/2 + 3*p(x)")).equals("(c + d)/4 + 3")).grade, "proved");
  assert.is(last(flat().from(line("p(x)")).equals("2")).grade, "refuted");
  assert.is(last(flat().from("p(x)").equals("1/(d - c)")).grade, "unknown"); // only between c and d
  assert.throws(
    () => begin().define("p(x)", "1/(d - c)", "", { where: "c < x < d" }),
    /^define: c < d must follow from the assumptions$/,
  );
  assert.throws(
    () => begin("c < d").define("p(x)", "1", "", { where: "x > c" }),
    /^define: where must read `c < x < d` for a p\(x\), got `x > c`$/,
  );
  assert.throws(
    () => begin().define("S", "1", "", { where: "0 < x < 1" }),
    /^define: where belongs to a function/,
  );
});
test("definitions that unfold beyond measure are unknown or refused, and at once", () => {
  const power = (count: number) => {
    const chain = begin().define("a1", "x + 1");
    for (let i = 2; i <= count; i++) chain.define(`a${i}`, `a${i - 1}*a${i - 1} + 1`);
    return chain;
  };
  assert.is(last(power(5).from("a5 - a5 + a4").equals("a3^2 + 1")).grade, "proved");
  assert.throws(
    () => power(60),
    /^gave up at an expression that its definitions unfold to \d+ parts$/,
  );
  const squares = last(begin().recurrence("r", "x", "r*r + 1").from("r(100)").equals("1"));
  assert.equal(
    [squares.grade, squares.reason],
    ["unknown", "gave up at an expression that its definitions unfold to more than 10^9 parts"],
  );
  const wide = begin()
    .define("A", symbols("a", [90, 90]))
    .from("size(jacobian(A, A))")
    .equals("[1, 1]");
  assert.is(last(wide).reason, "gave up at a Jacobian of 65610000 products");
});
test("uses takes over what another derivation defines, and refuses two meanings of a name", () => {
  const first = () => new Derivation("a.first").define("S", "x + y");
  const chain = begin().uses(first(), "a.other").from("S^2").equals("(x + y)^2");
  assert.is(last(chain).grade, "proved");
  assert.equal(chain.toJSON().rests, ["a.first", "a.other"]);
  assert.throws(
    () => begin().define("S", "1").uses(first()),
    /^uses: S must stand for one thing in both derivations$/,
  );
  assert.throws(() => begin().define("x", "1").uses(first()), /^uses: x must stand for one thing/);
  assert.throws(() => begin().define("T", "S").uses(first()), /^uses: S must stand for one thing/);
  assert.throws(() => begin().uses("Not an id"), /^a\.b: uses must be lower case words/);
});
test("a definition, a hypothesis and a step that says one of them again are assumed, and only they", () => {
  const grades = (chain: Derivation) => chain.toJSON().steps.map(({ grade }) => grade);
  const chain = begin("x < y")
    .define("S", "x + y")
    .assume("the rows are independent", "unsaid")
    .from("S - y")
    .equals("x", "insert")
    .lessThan("y", "assumed");
  assert.equal(grades(chain), ["assumed", "assumed", "assumed", "assumed"]);
  assert.is(chain.grade, "assumed");
  chain.from("S").lessThan("2*y + 1", "add y, and 1");
  assert.equal(grades(chain).at(-1), "proved");
  assert.is(chain.grade, "proved");
  assert.throws(() => begin().assume(""), /^a\.b: assume must be given a hypothesis in words$/);
});
test.run();
