import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "../../../src/derive/parse.js";
import { readWithMathjs } from "../../../src/derive/read/mathjs.js";
import { readPlain } from "../../../src/derive/read/reader.js";
import { treeKey } from "../../../src/derive/expression.js";
import { random } from "../../../src/index.js";

const test = suite("derive: reading");
const source = random(20261124);
const pick = (all: string[]) => all[source.integer(0, all.length - 1)];

/** A random text of the plain grammar: numbers, names, entries, calls, signs and brackets. */
function text(depth: number): string {
  if (depth === 0) return pick(["x", "y1", "D_K", "3", "0.25", ".5", "x[n]", "w[i, j+1]"]);
  const [a, b] = [text(depth - 1), text(depth - 1)];
  const space = pick(["", " "]);
  const forms = [
    `${a}${space}+${space}${b}`,
    `${a}-${b}`,
    `${a}*${b}`,
    `${a}/${b}`,
    `(${a})^${pick(["2", "n", "(1/2)", "-1"])}`,
    `-${a}`,
    `(${a})`,
    `exp(${a})`,
    `max(${a}, ${b})`,
    `sum(${a}, n, 1, N)`,
    `n!`,
    `-${pick(["x", "2"])}^2`,
    `2^3^${pick(["x", "2"])}`,
  ];
  return pick(forms);
}

test("the quick reader and mathjs give one tree, over 600 texts", () => {
  let plain = 0;
  for (let i = 0; i < 600; i++) {
    const source = text(i % 5);
    const quick = readPlain(source);
    if (!quick) continue;
    plain += 1;
    assert.is(treeKey(quick), treeKey(readWithMathjs(source)), source);
  }
  assert.ok(plain > 550, `${plain} of 600 read quickly`);
});
test("what the quick reader leaves is read by mathjs", () => {
  assert.is(readPlain("2 x"), undefined);
  assert.is(treeKey(parse("2 x")), treeKey(parse("2*x")));
  assert.is(treeKey(parse("3 cm")), treeKey(parse("3*cm"))); // a name, no unit
});
test("decimals are exact, with an exponent too", () => {
  assert.is(treeKey(parse("0.1")), "1/10");
  assert.is(treeKey(parse("2.5e-3")), "1/400");
  assert.is(treeKey(parse("12345678901234567890")), "12345678901234567890");
});
test("statements and events are read", () => {
  assert.is(treeKey(parse("x = 2 or x > 3")), "or(=(x,2),<(3,x))");
  assert.is(treeKey(parse("0 < x <= 1")), "and(<(0,x),<=(x,1))");
  assert.is(treeKey(parse("p(C=1 | T=0)")), "p(C=1|T=0)");
});
test("a text that is too long, too deep or no expression is refused with its reason", () => {
  assert.throws(() => parse("(".repeat(10_000) + "x" + ")".repeat(10_000)), /nesting deeper than/);
  assert.throws(() => parse("x+".repeat(500_000) + "x"), /an expression of 1000001 characters/);
  assert.throws(() => parse("x +"), /cannot read this expression/);
  assert.throws(() => parse(""), /^expression must be a text that is not empty$/);
});
test.run();
