import {
  type Expr,
  negate,
  number,
  parts,
  sumOf,
  toThe,
  treeKey,
  withParts,
} from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";

/** Functions that only rise, so steeply that a difference is flat but for a few places. */
const rising = new Set(["exp", "sigmoid", "tanh", "sinh", "softplus"]);
/** Each makes one more function to descend on, at the price of the first. */
const mostSteep = 3;

/**
 * What descents on a difference follow: itself, itself without edges, and, since all else may be flat around a spike, also
 * the arguments of steep functions and the denominators, upwards and downwards.
 */
export function guidesOf(gap: Expr): Expr[] {
  const steep = new Map(steepParts(gap).map((part) => [treeKey(part), part]));
  const own = [...steep.values()].slice(0, mostSteep);
  return [...new Set([gap, smoothed(gap)]), ...own, ...own.map(negate)];
}

function steepParts(expr: Expr): Expr[] {
  const inner = parts(expr).flatMap(steepParts);
  if (freeNames(expr).size === 0) return [];
  if (expr.kind === "div") return [expr.right, ...inner].filter(isVaried);
  if (expr.kind === "call" && rising.has(expr.name))
    return [...expr.args, ...inner].filter(isVaried);
  return inner;
}

/** Whether a part turns somewhere, as what is linear in its names does not. */
const isVaried = (expr: Expr): boolean =>
  freeNames(expr).size > 0 &&
  (expr.kind === "pow" || expr.kind === "call" || parts(expr).some(isVaried));

/**
 * The expression with squares in place of absolute values, sums in place of maxima, and what stands under square roots in
 * place of these: where nothing in it is negative, it is 0 at the same places, and has no edges on which a descent rests.
 */
function smoothed(expr: Expr): Expr {
  if (freeNames(expr).size === 0) return expr;
  const own = parts(expr);
  const next = own.map(smoothed);
  if (expr.kind === "call" && expr.name === "abs") return toThe(next[0], number(2n));
  if (expr.kind === "call" && expr.name === "sqrt") return next[0];
  if (expr.kind === "call" && expr.name === "max") return sumOf(...next);
  return next.some((part, i) => part !== own[i]) ? withParts(expr, next) : expr;
}
