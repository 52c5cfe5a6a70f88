import { call, type Expr, number } from "../../tree/expression.js";
import { type Demand, relationOf } from "./demands.js";
import type { Literal } from "./proposition.js";

/** A demand as a comparison with 0, where it is one and speaks of no bound name. */
export function asComparison({ need, expr, scopes }: Demand): Literal | undefined {
  if (scopes.length > 0 || need === "integer" || need === "count" || need === "exponent")
    return undefined;
  return { relation: relationOf(need), gap: expr, left: expr, right: number(0n) };
}

/** The same as a statement, which has what is smaller on its left. */
export function asStatement(demand: Demand): Expr | undefined {
  const literal = asComparison(demand);
  if (!literal) return undefined;
  const { relation, left, right } = literal;
  if (relation === "=" || relation === "!=") return call(relation, left, right);
  return call(relation === ">" ? "<" : "<=", right, left);
}
