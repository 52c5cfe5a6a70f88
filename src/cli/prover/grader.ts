import { type GradedClaim, unknownClaim } from "../../derive/claims/gradedClaim.js";
import type { ClaimText } from "../../derive/claims/readClaims.js";
import { type GradingLimits, startLimited } from "../../grade/index.js";

/** Grades claims one after the other in a process of its own: what ends it costs one claim and not the others. */
export interface Grader {
  grade(claim: ClaimText): Promise<GradedClaim>;
  close(): void;
}

export function startGrader(limits: GradingLimits): Grader {
  const child = startLimited<ClaimText, GradedClaim>(new URL("./child", import.meta.url), limits);
  return {
    close: child.close,
    async grade(claim) {
      const outcome = await child.ask(claim);
      return "answer" in outcome ? outcome.answer : unknownClaim(claim.id, outcome.gaveUp);
    },
  };
}
