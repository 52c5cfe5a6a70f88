import type { Rational } from "../../../num/index.js";
import type { Expr } from "../../tree/expression.js";
import type { Condition, Grade, Relation, RuleId, Witness } from "../../../record/types.js";
import type { Demand } from "./demands.js";

/**
 * A claim as the engine decides it. `unit` is worth 1 in the last digit printed on the right of `≈`, and is needed there;
 * the sides of `<=>` and `=>` are propositions such as `parse("2*x = 6")`.
 */
export interface Claim {
  left: Expr;
  relation: Relation;
  right: Expr;
  unit?: Rational;
}

/**
 * A condition with its tree, for a second opinion. One about convergence or a divisor has words alone; one about
 * dependence is what the facts say that are handed on.
 */
export interface StatedCondition extends Condition {
  demand?: Demand | "convergence" | "dependence";
  /** Whether a procedure made it, and no part of the claim. */
  supposed?: boolean;
}

/** The conditions as they are published. */
export const published = (conditions: readonly StatedCondition[]): Condition[] =>
  conditions.map(({ text, latex, metBy }) => ({
    text,
    latex,
    ...(metBy === undefined ? {} : { metBy }),
  }));

/** The conditions of several verdicts, each text once. */
export function conditionsOfAll(
  verdicts: readonly { conditions: readonly StatedCondition[] }[],
): StatedCondition[] {
  const found = new Map<string, StatedCondition>();
  for (const condition of verdicts.flatMap(({ conditions }) => conditions)) {
    if (!found.has(condition.text)) found.set(condition.text, condition);
  }
  return [...found.values()];
}

/** A point as a reason names it: `x = 1`, `y = 2`. */
export const placeWords = (point: Readonly<Record<string, string>>): string[] =>
  Object.entries(point).map(([name, value]) => `${name} = ${value}`);

/** A grade with the evidence for it. */
export interface Verdict {
  grade: Grade;
  conditions: StatedCondition[];
  method: string;
  /** By which it was reached; of one that is tested or unknown, what was tried. */
  rules: readonly RuleId[];
  witness?: Witness;
  reason?: string;
}

/** A verdict as plain data that tells all of it. */
export const handedOut = ({ grade, conditions, witness, method, rules, reason }: Verdict) => ({
  grade,
  conditions: published(conditions),
  witness: witness ?? null,
  method,
  rules,
  reason: reason ?? null,
});

/** Proved, or proved if a condition stays open. */
export const proof = (
  rules: readonly RuleId[],
  conditions: StatedCondition[],
  method: string,
): Verdict => ({
  grade: conditions.some(({ metBy }) => metBy === undefined) ? "proved-if" : "proved",
  conditions,
  method,
  rules,
});

export const unknown = (
  rules: readonly RuleId[],
  reason: string,
  conditions: StatedCondition[] = [],
): Verdict => ({
  grade: "unknown",
  conditions,
  method: "none",
  rules,
  reason,
});

export const refutation = (
  rules: readonly RuleId[],
  witness: Witness,
  conditions: StatedCondition[],
  method: string,
): Verdict => ({
  grade: "refuted",
  conditions,
  method,
  rules,
  witness,
});

/** A verdict to which more rules led, after its own. */
export const also = (verdict: Verdict, ...rules: readonly RuleId[]): Verdict => ({
  ...verdict,
  rules: [...new Set([...verdict.rules, ...rules])],
});
