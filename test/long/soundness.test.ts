import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readAssumptions } from "../../src/derive/assumptions.js";
import { decide } from "../../src/derive/decide.js";
import {
  type Expr,
  negate,
  number,
  over,
  parts,
  subtract,
  sumOf,
  symbol,
  times,
  toThe,
} from "../../src/derive/expression.js";
import { random } from "../../src/index.js";

const test = suite("derive: soundness");
const source = random(20261124);
const names = ["a", "b", "c"];

const builders = { add: sumOf, mul: times, div: over, pow: toThe };
const binary = (kind: keyof typeof builders, left: Expr, right: Expr): Expr =>
  builders[kind](left, right);

/** A random expression of sums, products, quotients and powers. */
function expression(depth: number): Expr {
  if (depth === 0) {
    return source.integer(0, 2)
      ? symbol(names[source.integer(0, 2)])
      : number(BigInt(source.integer(1, 5)));
  }
  const [left, right] = [expression(depth - 1), expression(depth - 1)];
  const kind = source.integer(0, 5);
  if (kind === 0) return binary("div", left, right);
  if (kind === 1) return binary("pow", left, number(BigInt(source.integer(2, 3))));
  if (kind === 2) return subtract(left, right);
  return binary(kind === 3 ? "mul" : "add", left, right);
}

/** The same function in another form: factors distributed, terms and factors exchanged, zero and one put in. */
function rewritten(expr: Expr): Expr {
  if (!(expr.kind in builders) || parts(expr).length !== 2) return expr;
  const kind = expr.kind as keyof typeof builders;
  const [first, second] = parts(expr);
  const [left, right] = [rewritten(first), kind === "pow" ? second : rewritten(second)];
  const choice = source.integer(0, 3);
  if (kind === "mul" && left.kind === "add") {
    return sumOf(...parts(left).map((term) => times(term, right)));
  }
  if ((kind === "add" || kind === "mul") && choice) return binary(kind, right, left);
  if (kind === "div" && choice) return binary("mul", left, binary("div", number(1n), right));
  if (kind === "pow" && right.kind === "number" && right.value.num === 2n)
    return binary("mul", left, left);
  return subtract(binary("add", binary(kind, left, right), number(7n)), number(7n));
}

test("no rewritten identity is refuted, and no shifted one proved, over 2 000 expressions", () => {
  const none = readAssumptions([]);
  const counts: Record<string, number> = {};
  for (let i = 0; i < 2000; i++) {
    const left = expression(source.integer(1, 3));
    const right = rewritten(left);
    const held = decide({ left, relation: "=", right }, none).grade;
    assert.is.not(held, "refuted", `case ${i}`);
    const shift = source.integer(0, 1) ? number(1n) : negate(number(1n));
    const fell = decide({ left, relation: "=", right: binary("add", right, shift) }, none).grade;
    assert.not.match(fell, /^proved/, `case ${i}, mutated`);
    counts[`true ${held}`] = (counts[`true ${held}`] ?? 0) + 1;
    counts[`false ${fell}`] = (counts[`false ${fell}`] ?? 0) + 1;
  }
  console.log(counts);
  const share = ((counts["true proved"] ?? 0) + (counts["true proved-if"] ?? 0)) / 2000;
  assert.ok(share > 0.8, `${share} of the true ones proved`);
  assert.ok((counts["false refuted"] ?? 0) / 2000 > 0.95, "of the false ones refuted");
});
test.run();
