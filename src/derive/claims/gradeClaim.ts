import { readAssumptions } from "../assumptions.js";
import { decide } from "../decide.js";
import { printedPlaces } from "../decide/rounding.js";
import type { Verdict } from "../decide/verdict.js";
import { DerivationError, isNoAnswer, reasonOf } from "../errors.js";
import { parse } from "../parse.js";
import type { Condition, Grade, Witness } from "../types.js";
import type { ClaimText } from "./readClaims.js";

/** What was found of a claim, as a claims file's answer states it. */
export interface GradedClaim {
  id: string | null;
  grade: Grade;
  conditions: Condition[];
  /** Where it fails; null unless refuted. */
  witness: Witness | null;
  method: string;
  /** Why it is unknown, or how it was tested; null otherwise. */
  reason: string | null;
  /** Milliseconds that the decision took. */
  ms: number;
}

/** A claim that nothing is known of, with the reason. */
export function unknownClaim(id: string | null, reason: string, ms = 0): GradedClaim {
  return { id, grade: "unknown", conditions: [], witness: null, method: "none", reason, ms };
}

export const isMalformedGrade = ({ reason }: GradedClaim): boolean =>
  reason?.startsWith("malformed: ") ?? false;

/** Grades one claim. A text that cannot be read, or a fault of the engine, makes it unknown with the reason. */
export function gradeClaim(claim: ClaimText, now: () => number): GradedClaim {
  const began = now();
  const taken = () => Math.round((now() - began) * 1000) / 1000;
  try {
    const { grade, conditions, method, witness = null, reason = null } = verdictOf(claim);
    return { id: claim.id, grade, conditions, witness, method, reason, ms: taken() };
  } catch (error) {
    const { message } = error as Error;
    const why =
      error instanceof DerivationError
        ? `malformed: ${message}`
        : isNoAnswer(error)
          ? reasonOf(error)
          : `gave up at a fault of the engine (${message})`;
    return unknownClaim(claim.id, why, taken());
  }
}

function verdictOf({ lhs, relation, rhs, assumptions: texts }: ClaimText): Verdict {
  const assumptions = { ...readAssumptions(texts), anyFunction: true };
  const [left, right] = [parse(lhs), parse(rhs)];
  return decide({ left, relation, right, places: printedPlaces(rhs) }, assumptions);
}
