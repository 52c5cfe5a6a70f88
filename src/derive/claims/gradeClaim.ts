import { handedOut, type Verdict } from "../decide/conditions/verdict.js";
import { decideArrays } from "../matrices/decideArrays.js";
import { decide } from "../opinion/decide.js";
import { DerivationError } from "../tree/errors.js";
import { type GradedClaim, unknownClaim } from "./gradedClaim.js";
import type { ClaimParts, ClaimText } from "./readClaims.js";
import { verdictBy } from "./verdictOf.js";
import { readRandom } from "../assumptions/randomNames.js";
import { decideCases } from "../cases/decideCases.js";
import { decideAsymptotics } from "../limits/decideAsymptotics.js";
import { decideComplex } from "../complex/decideComplex.js";
import { decideMeans } from "../random/means.js";
import { writtenOut } from "./writtenOut.js";

/**
 * Grades one claim. A text that cannot be read, or a fault of the engine, makes it unknown with the reason.
 *
 * @param by what decides; another than `decide` only to measure what a second opinion costs
 */
export function gradeClaim(claim: ClaimText, now: () => number, by = decide): GradedClaim {
  const began = now();
  const taken = () => Math.round((now() - began) * 1000) / 1000;
  try {
    const found = handedOut(judged(claim, by));
    return { id: claim.id, ...found, ms: taken() };
  } catch (error) {
    if (!(error instanceof DerivationError)) throw error;
    return unknownClaim(claim.id, `malformed: ${error.message}`, taken());
  }
}

/** What is found of a claim. @throws DerivationError for a text that cannot be read */
export const judged = (claim: ClaimParts, by = decide): Verdict =>
  verdictBy(
    {
      decide: by,
      writtenOut,
      decideArrays,
      decideCases,
      decideComplex,
      decideMeans,
      decideAsymptotics,
      readRandom,
    },
    claim,
  );
