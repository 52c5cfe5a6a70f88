import type { Assumptions } from "../assumptions/assumptions.js";
import type { Claim } from "../decide/conditions/verdict.js";
import { type Expr, parts } from "../tree/expression.js";
import { rangesIn } from "./linked/ranges.js";
import { variablesIn } from "./seen.js";

/** What is compared in the assumptions. */
export const compared = ({ facts }: Assumptions): Expr[] =>
  facts.flatMap((fact) => (fact.kind === "compare" ? [fact.expr] : []));

/** Whether a claim, or what it assumes, differentiates or integrates anything, or puts a variable at a place. */
export const differentiates = ({ left, right }: Claim, assumptions: Assumptions): boolean =>
  [left, right, ...compared(assumptions)].some(
    (expr) => variablesIn(expr).size > 0 || hasPlace(expr),
  );

const hasPlace = (expr: Expr): boolean =>
  (expr.kind === "call" && expr.name === "at") || parts(expr).some(hasPlace);

/** Whether an assumption says what a name depends on. */
export const declares = ({ facts }: Assumptions): boolean =>
  facts.some(({ kind }) => kind === "depends");

/** Whether an equation of a claim may say how a name depends on a variable that takes other values in the claim. */
export const mayLink = (
  { left, relation, right }: Claim,
  { equations = [] }: Assumptions,
): boolean =>
  (relation === "=>" || equations.length > 0) &&
  [left, right].some((side) => rangesIn(side).length > 0);
