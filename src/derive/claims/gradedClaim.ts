import type { Condition, Grade, RuleId, Witness } from "../../record/types.js";

/** What was found of a claim, as a claims file's answer states it. */
export interface GradedClaim {
  id: string | null;
  grade: Grade;
  conditions: Condition[];
  /** Where it fails; null unless refuted. */
  witness: Witness | null;
  method: string;
  /** The rules by which the grade was reached, in order; of a claim that was not decided, what was tried. */
  rules: readonly RuleId[];
  /** Why it is unknown, or how it was tested; null otherwise. */
  reason: string | null;
  /** Milliseconds that the decision took. */
  ms: number;
}

/** A claim that nothing is known of, with the reason. */
export function unknownClaim(id: string | null, reason: string, ms = 0): GradedClaim {
  const nothing = { conditions: [], witness: null, method: "none", rules: [] };
  return { id, grade: "unknown", ...nothing, reason, ms };
}

export const isMalformedGrade = ({ reason }: GradedClaim): boolean =>
  reason?.startsWith("malformed: ") ?? false;

/** Whether the clock ended a claim, which says nothing of it: the limit that counts is work. */
export const isEndByClock = ({ reason }: GradedClaim): boolean =>
  reason?.startsWith("gave up at the time limit") ?? false;
