import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readAssumptions } from "../../src/derive/assumptions.js";
import { decide } from "../../src/derive/decide.js";
import {
  binary,
  type Expr,
  negate,
  number,
  subtract,
  symbol,
} from "../../src/derive/expression.js";
import { random } from "../../src/index.js";

const test = suite("derive: soundness");
const source = random(20261124);
const names = ["a", "b", "c"];

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
  if (!("left" in expr)) return expr;
  const [left, right] = [
    rewritten(expr.left),
    expr.kind === "pow" ? expr.right : rewritten(expr.right),
  ];
  const choice = source.integer(0, 3);
  if (expr.kind === "mul" && left.kind === "add") {
    return binary("add", binary("mul", left.left, right), binary("mul", left.right, right));
  }
  if ((expr.kind === "add" || expr.kind === "mul") && choice) return binary(expr.kind, right, left);
  if (expr.kind === "div" && choice) return binary("mul", left, binary("div", number(1n), right));
  if (expr.kind === "pow" && right.kind === "number" && right.value.num === 2n)
    return binary("mul", left, left);
  return subtract(binary("add", binary(expr.kind, left, right), number(7n)), number(7n));
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
