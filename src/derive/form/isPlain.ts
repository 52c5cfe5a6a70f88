import { constantValue } from "../tree/constants.js";
import { type Expr, parts } from "../tree/expression.js";
import type { Context } from "./context.js";

const ownNames = new Set(["e", "pi", "Infinity"]);

/** Whether a form rests on nothing but the expression, once those of its parts are known. */
export function isPlain({ plain }: Context, expr: Expr): boolean {
  switch (expr.kind) {
    case "symbol":
      return !ownNames.has(expr.name);
    case "neg":
    case "add":
    case "mul":
    case "div":
      return parts(expr).every((part) => part.kind === "number" || plain.has(part));
    case "pow":
      return constantValue(expr.right)?.isInteger === true && plain.has(expr.left);
    default:
      return false;
  }
}
