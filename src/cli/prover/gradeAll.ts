import { availableParallelism } from "node:os";
import { type GradedClaim, unknownClaim } from "../../derive/claims/gradedClaim.js";
import { type ClaimText, isMalformed, type Malformed } from "../../derive/claims/readClaims.js";
import type { GradingLimits } from "../../grade/index.js";
import { type Grader, startGrader } from "./grader.js";

/** Claims for which another process pays for its start: fewer are graded before it has loaded the engine. */
const worthAProcess = 200;

/** Grades claims and gives the results in their order, each as soon as it and those before it are known. */
export async function* gradeAll(
  claims: (ClaimText | Malformed)[],
  limits: GradingLimits,
  first: Grader,
): AsyncGenerator<GradedClaim> {
  const most = Math.ceil(claims.length / worthAProcess);
  const count = Math.max(1, Math.min(most, availableParallelism()));
  const graders = [first, ...Array.from({ length: count - 1 }, () => startGrader(limits))];
  const results = claims.map(() => later<GradedClaim>());
  let next = 0;
  const work = async (grader: Grader) => {
    for (let i = next++; i < claims.length; i = next++) {
      const claim = claims[i];
      results[i].resolve(
        isMalformed(claim) ? unknownClaim(claim.id, claim.reason) : await grader.grade(claim),
      );
    }
  };
  try {
    for (const grader of graders) void work(grader);
    for (const { promise } of results) yield await promise;
  } finally {
    next = claims.length;
    for (const grader of graders) grader.close();
  }
}

function later<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  return { promise: new Promise<T>((done) => (resolve = done)), resolve };
}
