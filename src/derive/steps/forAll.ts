import type { Assumptions } from "../assumptions/assumptions.js";
import { also } from "../decide/conditions/verdict.js";
import { abstractFunctions, tried, trials } from "../definitions/trials.js";
import { type Claim, decide, type Verdict } from "../opinion/decide.js";

/**
 * Grades a claim that, if it is about unknown functions, must hold for every function, so that one that fails for simple
 * ones is refuted.
 *
 * @param defined names of functions that are defined, though their value may not be inserted
 */
export function decideForAll(
  claim: Claim,
  assumptions: Assumptions,
  defined: ReadonlySet<string>,
): Verdict {
  const verdict = decide(claim, assumptions);
  if (verdict.grade !== "unknown") return verdict;
  const functions = abstractFunctions([claim.left, claim.right], assumptions);
  for (const name of defined) functions.delete(name);
  if (functions.size === 0) return verdict;
  for (const trial of trials) {
    const [left, right] = [claim.left, claim.right].map((side) => tried(side, functions, trial));
    const found = decide({ ...claim, left, right }, assumptions);
    if (found.grade !== "refuted") continue;
    return {
      ...also(found, "counterexample-function"),
      method: `with ${[...functions].join(", ")} ${trial.words}: ${found.method}`,
    };
  }
  return verdict;
}
