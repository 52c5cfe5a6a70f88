import { judged } from "../derive/claims/gradeClaim.js";
import { handedOut } from "../derive/decide/conditions/verdict.js";
import { type Claim, partsOf, type ProveOptions, type Verdict } from "./claim.js";

/**
 * Grades a claim with the evidence for its grade, as `rederive prove` does.
 *
 *     prove("(a + b)^2 = a^2 + 2*a*b + b^2").grade                  // "proved"
 *     prove("sqrt(x^2) = x").witness                                // { point: { x: "-1" }, lhs: "1", rhs: "-1" }
 *     prove("sqrt(x^2) = x", { assumptions: ["x > 0"] }).grade      // "proved"
 *
 * @param claim a text with one relation among = != < <= > >= ≈ <=> => and `= O(…)`, or its parts
 * @throws DerivationError for a text that cannot be read: what is wrong, and where
 * @throws TypeError for anything that is no claim
 */
export function prove(claim: string | Claim, options: ProveOptions = {}): Verdict {
  const parts = partsOf(claim, options);
  return { claim: parts, ...handedOut(judged(parts)) };
}
