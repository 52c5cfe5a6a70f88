import { readAssumptions } from "../assumptions.js";
import { decide } from "../decide.js";
import { printedPlaces } from "../decide/rounding.js";
import type { Verdict } from "../decide/verdict.js";
import { DerivationError, isNoAnswer, reasonOf } from "../errors.js";
import { parse } from "../parse.js";
import { type GradedClaim, unknownClaim } from "./gradedClaim.js";
import type { ClaimText } from "./readClaims.js";

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
  const assumptions = readAssumptions(texts);
  const [left, right] = [parse(lhs), parse(rhs)];
  return decide({ left, relation, right, places: printedPlaces(rhs) }, assumptions);
}
