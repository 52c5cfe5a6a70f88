import { all, create, fraction, matrix, parse } from "mathjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, toMathjs } from "../../../src/index.js";

const test = suite("derive: values of mathjs");

const gradeOf = (made: ReturnType<typeof derivation>) =>
  made.toJSON().steps.map(({ grade }) => grade);

test("a derivation takes syntax trees of mathjs, also those that it has made itself", () => {
  const math = create(all, {});
  const made = derivation("mathjs.tree")
    .from(parse("(x + 1)^2"))
    .equals(parse("x*x + 2x + 1"))
    .equals(math.rationalize("(x + 1)^2"))
    .equals(math.simplify("1 + x*(2 + x)"));
  assert.equal(gradeOf(made), ["proved", "proved", "proved"]);
  assert.equal(gradeOf(derivation("mathjs.not").from(parse("x^2")).equals(parse("2x"))), [
    "refuted",
  ]);
  const slope = math.derivative("x^3", "x");
  assert.equal(gradeOf(derivation("mathjs.slope").from("D(x^3, x)").equals(slope)), ["proved"]);
});

test("fractions are exact, doubles are the decimals that they print as, matrices are entry by entry", () => {
  const third = derivation("mathjs.third")
    .from("2/6")
    .equals(fraction(1, 3))
    .equals("3/9")
    .equals(fraction("0.3333"));
  assert.equal(gradeOf(third), ["proved", "proved", "refuted"]);
  assert.equal(gradeOf(derivation("mathjs.tenth").from(parse("0.1 + 0.2")).equals("3/10")), [
    "proved",
  ]);
  const rows = matrix([
    [1, 0.5],
    [fraction(1, 3), 0],
  ]);
  assert.is(
    derivation("mathjs.rows").from(rows).equals("[[1, 1/2], [1/3, 0]]").toJSON().steps[0].grade,
    "proved",
  );
});

test("a statement of mathjs is one here", () => {
  const solved = derivation("mathjs.solved", ["x real"])
    .from(parse("2x == 6"))
    .iff(parse("x == 3"));
  assert.equal(gradeOf(solved), ["proved"]);
  const ordered = derivation("mathjs.order")
    .from(parse("x > 2 and x <= 3"))
    .implies(parse("x >= 2"));
  assert.equal(gradeOf(ordered), ["proved"]);
});

test("what is no expression is refused by its kind", () => {
  const from = (text: string) => () => derivation("mathjs.no").from(parse(text));
  assert.throws(from("[]"), /a list without entries: write them, as in \[1, 2\]/);
  assert.throws(from("1:3"), /cannot read `1:3`: range is not part of an expression/);
  assert.throws(from('"a"'), /is no number/);
  assert.throws(from("a ? b : c"), /conditional is not part of an expression/);
  assert.throws(from("x = 3"), /assignment is not part of an expression/);
  assert.throws(from("5 % 2"), /the operator % is not part of an expression/);
});

test("toMathjs gives a side back as a tree that mathjs computes with", () => {
  const { steps } = derivation("mathjs.back").from("2x/3 + 1.5e-1").equals("x*2/3 + 3/20").toJSON();
  const tree = toMathjs(steps[0].lhs);
  assert.is(tree.evaluate({ x: 3 }).toString(), "2.15");
  assert.is(parse(tree.toString()).evaluate({ x: 3 }), 2.15);
  assert.is(toMathjs("x = 2 or x > 3").evaluate({ x: 2 }), true);
});
test.run();
