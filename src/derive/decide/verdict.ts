import type { Expr } from "../expression.js";
import type { Condition, Grade, Relation, Witness } from "../types.js";

/**
 * A claim as the engine decides it. `places` are the digits printed on the right of `≈`; the sides of `<=>` and `=>`
 * are propositions such as `parse("2*x = 6")`.
 */
export interface Claim {
  left: Expr;
  relation: Relation;
  right: Expr;
  places?: number;
}

/** A grade with the evidence for it. */
export interface Verdict {
  grade: Grade;
  conditions: Condition[];
  method: string;
  witness?: Witness;
  reason?: string;
}

/** Proved, or proved if a condition stays open. */
export const proof = (conditions: Condition[], method: string): Verdict => ({
  grade: conditions.some(({ metBy }) => metBy === undefined) ? "proved-if" : "proved",
  conditions,
  method,
});

export const unknown = (reason: string, conditions: Condition[] = []): Verdict => ({
  grade: "unknown",
  conditions,
  method: "none",
  reason,
});

export const refutation = (witness: Witness, conditions: Condition[], method: string): Verdict => ({
  grade: "refuted",
  conditions,
  method,
  witness,
});
