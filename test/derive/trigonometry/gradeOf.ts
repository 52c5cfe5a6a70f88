import { claimOf } from "../claimOf.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { Grade } from "../../../src/record/types.js";

/** A claim and its assumptions. */
export type Step = [claim: string, ...assumptions: string[]];

export const gradeOf = (claim: string, ...assumptions: string[]): Grade =>
  gradeClaim(claimOf(claim, assumptions), () => 0).grade;
