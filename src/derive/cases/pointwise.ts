import { definitionOf } from "../library/library.js";
import { boundName, type Call, type Expr, parts } from "../tree/expression.js";

/** Whether the value of a call at a point is made of the values of its arguments there, or of those over a range. */
export const isCalledAtPoints = (expr: Call): boolean =>
  definitionOf(expr.name, expr.args.length) !== undefined ||
  (["sum", "prod", "integrate"].includes(expr.name) && boundName(expr) !== undefined);

/** Whether nothing in an expression speaks of more than one point of its free names, as a derivative does. */
export const isPointwise = (expr: Expr): boolean =>
  expr.kind !== "event" &&
  (expr.kind !== "call" || isCalledAtPoints(expr)) &&
  parts(expr).every(isPointwise);
