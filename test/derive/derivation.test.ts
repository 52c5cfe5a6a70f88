import { inspect } from "node:util";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation } from "../../src/index.js";

const test = suite("derive: derivation");
test("a chain has the grade of its weakest step", () => {
  const chain = derivation("a.b", ["x != 0"])
    .from("x/x")
    .equals("1", "cancel", { items: [3] });
  assert.is(chain.grade, "proved");
  assert.equal(chain.toJSON().steps[0].items, [3]);
  assert.is(chain.equals("2").grade, "refuted");
});
test("a refutation that is wanted is no part of the grade, and says so", () => {
  const chain = derivation("a.b").from("x + x").equals("2*x");
  chain.equals("3*x", "a slip", { expect: "refuted" });
  assert.is(chain.grade, "proved");
  assert.is(chain.toJSON().steps[1].expect, "refuted");
  assert.match(String(inspect(chain)), /3\*x {3}☒ refuted as expected: a slip$/m);
  const alone = derivation("a.b").from("1").equals("2", "", { expect: "refuted" });
  assert.is(alone.grade, "refuted");
  assert.is(derivation("a.b").from("1").equals("2").grade, "refuted");
  assert.throws(
    () =>
      derivation("a.b")
        .from("1")
        .equals("2", "", { expect: "proved" as "refuted" }),
    /^a\.b: expect must be "refuted", got "proved"$/,
  );
});
test("a rounding claim holds within half of its last digit", () => {
  const rounded = (text: string) => derivation("a.b").from("10/343").approximately(text).grade;
  assert.equal(["0.0292", "0.029", "0.0291", "0.0293"].map(rounded), [
    "proved",
    "proved",
    "refuted",
    "refuted",
  ]);
});
test("two equations are equivalent if each solution of one is one of the other", () => {
  const grade = (second: string, assumptions: string[]) =>
    derivation("a.b", assumptions).equivalent("a*x - b = 0", second).toJSON().steps[0].grade;
  assert.is(grade("x = b/a", ["a != 0"]), "proved");
  assert.is(grade("x = -b/a", ["a != 0"]), "refuted");
});
test("an erratum is graded as written and as corrected", () => {
  const [erratum] = derivation("a.b")
    .erratum({ items: [52], asWritten: "1/2 = 0.3", corrected: "1/2 = 0.5" })
    .toJSON().errata;
  assert.equal([erratum.asWritten.grade, erratum.corrected.grade], ["refuted", "proved"]);
  assert.equal(erratum.asWritten.witness, { point: {}, lhs: "1/2", rhs: "3/10" });
});
test("a definition is assumed and stands for its expression", () => {
  const chain = derivation("a.b")
    .define("S", "x + y", "named")
    .from("S^2")
    .equals("x^2 + 2*x*y + y^2", "expand");
  assert.equal(
    chain.toJSON().steps.map(({ grade }) => grade),
    ["assumed", "proved"],
  );
});
test("at evaluates both sides of every step exactly", () => {
  const [row] = derivation("a.b", ["a < b"])
    .from("(b^2-a^2)/(2*(b-a))")
    .equals("(a+b)/2")
    .at({ a: 2, b: 7 });
  assert.equal([row.left, row.right], ["9/2", "9/2"]);
  assert.throws(
    () => derivation("a.b", ["a < b"]).at({ a: 3, b: 1 }),
    /^at: the point must satisfy a < b$/,
  );
});
test("what cannot be read is refused with its place", () => {
  assert.throws(
    () => derivation("a.b").from("1 + * 2"),
    /cannot read this expression[^]*1 \+ \* 2\n +\^/,
  );
  assert.throws(() => derivation("A b"), /^derivation: id must be lower case words/);
  assert.throws(
    () => derivation("a.b", ["x is nice"]),
    /^assumption `x is nice` must be of the form/,
  );
  assert.throws(
    () => derivation("a.b").equals("1"),
    /^a\.b: a step needs a left side: call from\(\) first$/,
  );
  assert.throws(
    () => derivation("a.b").from("x+1").equals("x + 1"),
    /are the same expression: there is nothing to check$/,
  );
});
test("a derivation shows itself as JSON, HTML, LaTeX and text", () => {
  const shown = derivation("a.b").from("x").equals("x + 1", "wrong");
  const bundle = (shown as never as Record<symbol, () => Record<string, string>>)[
    Symbol.for("Jupyter.display")
  ]();
  assert.equal(Object.keys(bundle).sort(), [
    "application/vnd.rederive.derivation.v1+json",
    "text/html",
    "text/latex",
    "text/plain",
  ]);
  assert.match(bundle["text/plain"], /refuted[^]*x = 1: left 1, right 2/);
});
test.run();
