import type { Expr } from "../expression.js";
import { boundNames, freeNames } from "../names.js";

/** Names that limit sums or products, or stand as an index: whole numbers. */
export function limitNames(exprs: Expr[]): Set<string> {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.kind === "call" && (expr.name === "sum" || expr.name === "prod")) {
      for (const limit of expr.args.slice(2)) for (const name of freeNames(limit)) found.add(name);
    }
    if (expr.kind === "index") {
      for (const index of expr.indices) for (const name of freeNames(index)) found.add(name);
    }
    if (expr.kind === "call" && expr.name === "factorial")
      for (const arg of expr.args) for (const name of freeNames(arg)) found.add(name);
    const parts =
      "args" in expr
        ? expr.args
        : "terms" in expr
          ? expr.terms
          : "factors" in expr
            ? expr.factors
            : "items" in expr
              ? expr.items
              : "of" in expr
                ? [expr.of]
                : "left" in expr
                  ? [expr.left, expr.right]
                  : "indices" in expr
                    ? expr.indices
                    : [];
    parts.forEach(visit);
  };
  exprs.forEach(visit);
  for (const expr of exprs) for (const name of boundNames(expr)) found.delete(name);
  return found;
}
