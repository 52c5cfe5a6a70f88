import type { Assumptions } from "../assumptions/assumptions.js";
import type { Claim } from "../decide/conditions/verdict.js";
import type { Expr } from "../tree/expression.js";
import { variablesIn } from "./seen.js";

/** What is compared in the assumptions. */
export const compared = ({ facts }: Assumptions): Expr[] =>
  facts.flatMap((fact) => (fact.kind === "compare" ? [fact.expr] : []));

/** Whether a claim, or what it assumes, differentiates or integrates anything. */
export const differentiates = ({ left, right }: Claim, assumptions: Assumptions): boolean =>
  [left, right, ...compared(assumptions)].some((expr) => variablesIn(expr).size > 0);
