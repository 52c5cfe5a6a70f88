import { Rational } from "../../num/index.js";
import { constantValue } from "../tree/constants.js";
import { type Expr, parts } from "../tree/expression.js";
import { definitionOf } from "../library/library.js";
import { boundNames, freeNames } from "../tree/names.js";

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
    if (expr.kind === "call") {
      for (const { need, expr: of } of definitionOf(expr.name, expr.args.length)?.domain?.(
        ...expr.args,
      ) ?? [])
        if (need === "count") freeNames(of, found);
    }
    parts(expr).forEach(visit);
  };
  exprs.forEach(visit);
  for (const expr of exprs) for (const name of boundNames(expr)) found.delete(name);
  return found;
}

/** What names are multiplied by in the limits of sums and products: 2 for n in `sum(k, k, 1, 2*n)`, where n may be 1/2. */
export function limitFactors(exprs: readonly Expr[]): Map<string, Rational> {
  const found = new Map<string, Rational>();
  const inLimit = (expr: Expr): void => {
    const factors = expr.kind === "mul" ? expr.factors : [];
    const size = factors.reduce((product, one) => product * sizeOf(one), 1);
    if (size > 1) for (const name of freeNames(expr)) found.set(name, Rational.of(BigInt(size)));
    parts(expr).forEach(inLimit);
  };
  const visit = (expr: Expr): void => {
    if (expr.kind === "call" && (expr.name === "sum" || expr.name === "prod"))
      expr.args.slice(2).forEach(inLimit);
    parts(expr).forEach(visit);
  };
  exprs.forEach(visit);
  return found;
}

/** The size of a whole number, 1 for anything else. */
function sizeOf(expr: Expr): number {
  const value = constantValue(expr)?.abs();
  /** A larger number is no factor that a text means as a step of its index. */
  return value?.isInteger && value.num < 100n ? Math.max(1, Number(value.num)) : 1;
}
