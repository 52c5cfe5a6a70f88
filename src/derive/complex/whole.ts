import type { Expr } from "../tree/expression.js";

/** Whether an expression is a whole number since its names are: `2*n - k + 1`. */
export function isWhole(expr: Expr, integers: ReadonlySet<string>): boolean {
  const go = (part: Expr): boolean => isWhole(part, integers);
  switch (expr.kind) {
    case "number":
      return expr.value.isInteger;
    case "symbol":
      return integers.has(expr.name);
    case "neg":
      return go(expr.of);
    case "add":
      return expr.terms.every(go);
    case "mul":
      return expr.factors.every(go);
    default:
      return false;
  }
}
