import { constantValue } from "../../tree/constants.js";
import { type Expr, parts } from "../../tree/expression.js";
import { definitionOf } from "../../library/library.js";

/** Made of operations and functions that are continuous wherever they have a value. */
export function isContinuous(expr: Expr): boolean {
  if (expr.kind === "event" || expr.kind === "list") return false;
  if (expr.kind === "index") return expr.indices.every(({ kind }) => kind !== "call");
  if (expr.kind === "pow" && !constantValue(expr.right) && !constantValue(expr.left)) return false;
  if (expr.kind === "call") {
    const known = definitionOf(expr.name, expr.args.length);
    if (!known || known.jumps || !(known.partials || known.rewrite)) return false;
  }
  return parts(expr).every(isContinuous);
}
