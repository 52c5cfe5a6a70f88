import type { Relation } from "../../record/types.js";
import { type Call, type Expr, parts } from "../tree/expression.js";

/** A value with the condition under which it is taken, or that of all other points. */
export interface ValueCase {
  value: Expr;
  condition?: Expr;
}

/** Whether a value by cases stands in an expression. */
export const holdsCases = (expr: Expr): boolean => isByCases(expr) || parts(expr).some(holdsCases);

/** Whether a relation is between values at one point, so that it may be looked at case by case. */
export const isBetweenValues = (relation: Relation): boolean =>
  relation === "=" || relation === "<" || relation === "<=";

export const isByCases = (expr: Expr): expr is Call & { name: "cases" } =>
  expr.kind === "call" && expr.name === "cases";

/** The lines of a value by cases: the first whose condition holds is taken. */
export const linesOf = ({ args }: Call): ValueCase[] =>
  args.flatMap((value, i) => (i % 2 === 0 ? [{ value, condition: args[i + 1] }] : []));
