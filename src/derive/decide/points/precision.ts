import { constantValue } from "../../tree/constants.js";
import { type Expr, parts } from "../../tree/expression.js";
import { bitsOf, usualBits } from "../../tree/lengths.js";

/** Bits after the point, the fewer first: what they leave open is tried with more. */
export const precisions = [usualBits, 512];
/** Further precisions double from the first, and end where one product costs as much as an easy claim. */
const leastFinest = 1024;
const mostFinest = 32_768;
/** Numbers of n bits may cancel to about 2n bits, and once more where they are multiplied. */
const perBit = 4;

/**
 * Further precisions, up to that with which values of some expressions should be told apart: four times as many bits
 * as their numbers have. None where that is more than is worth computing with.
 */
export function finerPrecisions(exprs: readonly Expr[]): number[] {
  const asked = leastFinest + perBit * Math.max(0, ...exprs.map(longest));
  const all = [leastFinest];
  while (all[all.length - 1] < asked) all.push(2 * all[all.length - 1]);
  return all[all.length - 1] <= mostFinest ? all : [];
}

/** Bits of the longest number in an expression; a power has as many times those of its base as its exponent says. */
function longest(expr: Expr): number {
  const own = constantValue(expr);
  if (own) return bitsOf(own.num) + bitsOf(own.den);
  if (expr.kind === "pow") return longest(expr.left) * sizeOf(expr.right);
  const inner = Math.max(0, ...parts(expr).map(longest));
  return expr.kind === "call" ? Math.max(inner, ...expr.args.map(sizeOf)) : inner;
}

/** The size of a number, 1 for what is none. */
function sizeOf(expr: Expr): number {
  const value = constantValue(expr)?.abs();
  return value ? Math.min(mostFinest, Number(value.floor()) + 1) : 1;
}
