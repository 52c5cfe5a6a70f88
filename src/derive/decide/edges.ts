import { type Expr, number, parts, subtract } from "../expression.js";
import { boundNames, freeNames } from "../names.js";

/** Arguments whose sign decides on which side of an edge a function is: sides that agree on one may part on the other. */
export function edgesIn(expr: Expr): Expr[] {
  const inner = parts(expr).flatMap(edgesIn);
  const bound = boundNames(expr);
  return [...ownEdges(expr), ...inner].filter((edge) => {
    const names = [...freeNames(edge)];
    return names.length > 0 && !names.some((name) => bound.has(name));
  });
}

function ownEdges(expr: Expr): Expr[] {
  if (expr.kind !== "call") return [];
  const [one, two] = expr.args;
  if (["abs", "sign", "relu"].includes(expr.name)) return [one];
  if (["max", "min"].includes(expr.name) && two) return [subtract(one, two)];
  if (["floor", "ceil"].includes(expr.name)) return [one, subtract(one, number(1n))];
  return [];
}
