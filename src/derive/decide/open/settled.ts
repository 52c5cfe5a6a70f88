import type { Assumptions } from "../../assumptions/assumptions.js";
import { families, freeNames } from "../../tree/names.js";
import { openFunctions } from "../conditions/interpretations.js";
import { jointly, restsOn } from "./jointly.js";
import { type Claim, unknown, type Verdict } from "../conditions/verdict.js";

/** The verdict as it is given: what was shown under conditions that hold nowhere, or may hold nowhere, is nothing. */
export function settled(verdict: Verdict, claim: Claim, assumptions: Assumptions): Verdict {
  const met = jointly(verdict, assumptions);
  if (met.grade !== verdict.grade) return met;
  // Without names in the claim a reader has nothing to choose: the integral converges or it does not.
  const converging = restsOn(verdict).find(({ demand }) => demand === "convergence");
  if (!converging || !isAboutNumbers(claim)) return met;
  return unknown(
    met.rules,
    `it could not be decided whether ${converging.text}`,
    verdict.conditions,
  );
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
