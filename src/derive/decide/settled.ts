import type { Assumptions } from "../assumptions.js";
import { families, freeNames } from "../names.js";
import { failsThroughout } from "./closed.js";
import { openFunctions } from "./interpretations.js";
import { type Claim, type StatedCondition, unknown, type Verdict } from "./verdict.js";

/** The verdict as it is given: what was shown under a condition that never holds, or may never hold, is nothing. */
export function settled(verdict: Verdict, claim: Claim, assumptions: Assumptions): Verdict {
  const { grade, conditions } = verdict;
  const proved = grade === "proved" || grade === "proved-if";
  const rests = ({ metBy, supposed }: StatedCondition) =>
    metBy === undefined && (proved || (grade === "tested" && !supposed));
  const open = conditions.filter(rests);
  const failing = open.find(
    ({ demand }) => typeof demand === "object" && failsThroughout(demand, assumptions),
  );
  if (failing) return unknown(`the condition \`${failing.text}\` does not hold`, conditions);
  // Without names in the claim a reader has nothing to choose: the integral converges or it does not.
  const converging = open.find(({ demand }) => demand === "convergence");
  if (!converging || !isAboutNumbers(claim)) return verdict;
  return unknown(`it could not be decided whether ${converging.text}`, conditions);
}

const constants = new Set(["pi", "e", "Infinity"]);

function isAboutNumbers({ left, right }: Claim): boolean {
  const sides = [left, right];
  return (
    openFunctions(sides).size === 0 &&
    sides.every(
      (side) =>
        families(side).size === 0 && [...freeNames(side)].every((name) => constants.has(name)),
    )
  );
}
