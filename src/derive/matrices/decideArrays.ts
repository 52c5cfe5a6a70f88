import type { Assumptions } from "../assumptions/assumptions.js";
import {
  type Claim,
  placeWords,
  refutation,
  unknown,
  type Verdict,
} from "../decide/conditions/verdict.js";
import type { Declared } from "../assumptions/declared.js";
import { statedNames } from "../assumptions/statedNames.js";
import { lookAtMatrices } from "../oracle/matrices/look.js";
import { disagreement } from "../tree/disagreement.js";
import { GaveUp } from "../tree/errors.js";
import { withinWork } from "../tree/work.js";
import { speaksOfMatrices } from "../meanings/opaque.js";
import { domainOf } from "./domain.js";
import { inferredVectors } from "./inferredVectors.js";
import { inferredArrays, provedIf } from "./inferred.js";
import { withTurnedSlopes } from "./layout.js";
import { equationsIn, numbersOf, rulesOf, worksOnBlocks } from "./statements.js";
import { shownEqual } from "./shownEqual.js";
import { Arrays } from "./sizes/arrays.js";
import { Misfit } from "./sizes/sizes.js";
import { Sizing } from "./sizes/sizing.js";
import { Outside } from "./terms/outside.js";

type Sides = Pick<Claim, "left" | "relation" | "right">;

/** Work that one claim about matrices may take. */
const mostWork = 4_000_000;

/**
 * A verdict on a claim about names that are declared to be matrices or vectors.
 *
 * @param otherwise grades a claim about numbers, and one that is linear in what has no meaning here
 */
export function decideArrays(
  claim: Sides,
  assumptions: Assumptions,
  otherwise: () => Verdict,
): Verdict {
  const arrays = new Arrays(assumptions.declared ?? [], statedNames(assumptions));
  const { left, relation, right } = claim;
  const sides = [left, right];
  if (!sides.some((side) => arrays.isIn(side)))
    return byInference(claim, assumptions) ?? otherwise();
  try {
    const sizing = new Sizing(arrays);
    if (relation === "=>" || relation === "<=>") {
      for (const [one, other] of [left, right].flatMap(equationsIn)) sizing.equation(one, other);
    } else sizing.equation(left, right);
    if (sides.some((side) => worksOnBlocks(side, arrays)))
      return unknown(
        ["matrix-normal-form"],
        "what is done to lists of matrices has no meaning here yet",
      );
    if (relation !== "=" || assumptions.equations?.length) return otherwise();
    return withinWork(mostWork, () => decided(claim, assumptions, sizing));
  } catch (error) {
    if (error instanceof Misfit) return unknown(["sizes-agree"], error.message);
    if (error instanceof GaveUp) return unknown(["matrix-normal-form"], error.message);
    if (!(error instanceof Outside)) throw error;
    const verdict = otherwise();
    return verdict.grade === "unknown" ? { ...verdict, reason: error.message } : verdict;
  }
}

/** A proof of an equation in which nothing is declared, for what its names can only be. */
function byInference(claim: Sides, assumptions: Assumptions): Verdict | undefined {
  const sides = [claim.left, claim.right];
  if (claim.relation !== "=" || !speaksOfMatrices(sides)) return undefined;
  const numbers = numbersOf(sides, assumptions);
  const { sides: named, vectors } = inferredVectors(sides, numbers);
  const inferred = inferredArrays(named, numbers, vectors.keys());
  const own = { ...claim, left: named[0], right: named[1] };
  if (inferred === undefined || fitsLessAlone(own, inferred, assumptions)) return undefined;
  const isOpen = () => unknown([], "it is not decided");
  const declared = [...(assumptions.declared ?? []), ...inferred];
  const verdict = decideArrays(own, { ...assumptions, declared }, isOpen);
  return provedIf(verdict, inferred, named, numbers, vectors);
}

/** Whether the sizes of a claim fit only where a name that was taken for a matrix is a vector or a row, or a number. */
function fitsLessAlone(
  { left, right }: Sides,
  inferred: readonly Declared[],
  assumptions: Assumptions,
): boolean {
  const arrays = new Arrays(inferred, statedNames(assumptions));
  try {
    new Sizing(arrays).equation(left, right);
  } catch (error) {
    // What does not fit at all is said where the claim is decided.
    if (error instanceof Misfit) return false;
    throw error;
  }
  return arrays.all().some(({ name, size }) => {
    const { rows, columns } = arrays.lengths.of(size);
    const isVector = inferred.some((one) => one.name === name && one.meaning.is === "vector");
    return rows.length === 0 || (columns.length === 0 && !isVector);
  });
}

const otherLayout =
  "this holds where a derivative has a column for each entry of what is differentiated; here it has a row for each: transpose one side";

/** A proof by the normal form, or small matrices at which the sides differ; neither where the two contradict each other. */
function decided({ left, right }: Sides, assumptions: Assumptions, sizing: Sizing): Verdict {
  const sides = [left, right] as const;
  const numbers = numbersOf(sides, assumptions);
  const shown = shownEqual(sides, assumptions, sizing, numbers);
  const { failure, agreed } = lookAtMatrices(left, right, domainOf(sides, assumptions, sizing));
  const { verdict } = shown;
  const rules = rulesOf(sides);
  if (!shown.isEqual) {
    if (failure?.found !== "differ") return unknown(rules, shown.reason, verdict.conditions);
    const turned = sides.map((side) => withTurnedSlopes(side, sizing));
    const isOther = turned.some((side, i) => side !== sides[i]);
    if (isOther && shownEqual([turned[0], turned[1]], assumptions, sizing, numbers).isEqual)
      return unknown(rules, otherLayout, verdict.conditions);
    const { point, lhs, rhs } = failure;
    const method = "both sides at small matrices, by exact values";
    return refutation(
      ["matrix-points", "sizes-agree"],
      { point, lhs, rhs },
      verdict.conditions,
      method,
    );
  }
  const isAgainst = failure && (failure.found === "differ" || verdict.grade === "proved");
  if (isAgainst) {
    const place = placeWords(failure.point);
    return unknown(
      [...verdict.rules, "second-opinion"],
      disagreement(verdict.grade, `it fails at ${place.join(", ")}`),
    );
  }
  const isUnderSomething = assumptions.facts.length > 0 || verdict.conditions.length > 0;
  if (isUnderSomething && agreed === 0)
    return unknown(
      verdict.rules,
      "no matrices were found at which both sides have values",
      verdict.conditions,
    );
  return {
    ...verdict,
    rules: [
      ...verdict.rules,
      ...rules.filter((rule) => !verdict.rules.includes(rule)),
      "second-opinion",
    ],
  };
}
