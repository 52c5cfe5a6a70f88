import { call, type Expr, parts, withParts } from "../tree/expression.js";
import { operations } from "./sizes/operations.js";
import type { Sizing } from "./sizes/sizing.js";

/**
 * An expression with the derivatives of vectors by vectors transposed, as those write it who give a column to each entry of
 * what is differentiated. A Jacobian that is called so has a row for each.
 */
export function withTurnedSlopes(expr: Expr, sizing: Sizing): Expr {
  const own = parts(expr);
  const next = own.map((part) => withTurnedSlopes(part, sizing));
  const kept = next.some((part, i) => part !== own[i]) ? withParts(expr, next) : expr;
  const isSlope =
    expr.kind === "call" && operations.get(expr.name) === "derivative" && expr.name !== "jacobian";
  if (!isSlope) return kept;
  const isVector = expr.args
    .map((arg) => sizing.at(arg))
    .every((size) => size?.columns.length === 0 && size.rows.length > 0);
  return isVector ? call("transpose", kept) : kept;
}
