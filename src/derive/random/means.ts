import type { Assumptions } from "../assumptions/assumptions.js";
import { disagreement } from "../tree/disagreement.js";
import { also, proof, unknown, type Verdict } from "../decide/conditions/verdict.js";
import type { Relation } from "../../record/types.js";
import { isNoAnswer, reasonOf, Unsupported } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { families } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import { atValues, ofValues } from "./atValues.js";
import { decideEntropies, decideWeights } from "./decideEntropies.js";
import { draws, type Grade } from "./drawn/drawn.js";
import { speaksOfEntropy, weightsIn } from "./entropies.js";
import { momentByName } from "./momentByName.js";
import { byJensenOfMeans } from "./jensen.js";
import { type Means } from "./moments/moments.js";
import { atomsIn, isRandom, randomNames, type RandomNames, variablesOf } from "./names.js";
import { Needs } from "./moments/needs.js";
import { isOpen, speaksOfMeans } from "./operators.js";
import { reduced } from "./reduce.js";
import { apartBy } from "./moments/rows.js";
import { isOfNormalPair, momentsIn, supposedOf } from "./moments/supposed.js";
import { withoutMeans } from "./stated.js";

/** The random variables of whose means a claim speaks; undefined for another claim. */
function namesOfMeans(
  sides: readonly Expr[],
  { declared = [] }: Assumptions,
): RandomNames | undefined {
  const names = randomNames(declared);
  return names && sides.some((side) => speaksOfMeans(side, names)) ? names : undefined;
}

/**
 * Grades a claim about means: proved where it holds for the moments, which may be any numbers; refuted where it fails under
 * a finite distribution, or at parameters of the distributions that are named.
 *
 * @param grade decides a claim without means, and any that is not about random variables
 * @param relation what the claim says of its sides
 */
export function decideMeans(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  grade: Grade,
  relation: Relation,
): Verdict {
  const ranges = weightsIn(assumptions.declared);
  if (sides.some((side) => speaksOfEntropy(side, ranges)))
    return decideEntropies(sides, assumptions, grade);
  const names = namesOfMeans(sides, assumptions);
  if (
    !names &&
    ranges.size > 0 &&
    sides.some((side) => [...families(side)].some((one) => ranges.has(one)))
  )
    return decideWeights(sides, assumptions, grade);
  return names ? decideWith(names, sides, assumptions, grade, relation) : grade(sides, assumptions);
}

function decideWith(
  names: RandomNames,
  sides: [Expr, Expr],
  assumptions: Assumptions,
  grade: Grade,
  relation: Relation,
): Verdict {
  const at = atValues(sides, names);
  if (typeof at === "string") return unknown(["linearity-of-mean"], at);
  if (!at) return decidePlain(names, sides, assumptions, grade, relation);
  return ofValues(decidePlain(names, at.sides, assumptions, grade, relation), at, assumptions);
}

function decidePlain(
  names: RandomNames,
  sides: [Expr, Expr],
  assumptions: Assumptions,
  grade: Grade,
  relation: Relation,
): Verdict {
  const needs = new Needs();
  let count = 0;
  const means: Means = {
    names,
    needs,
    apart: apartBy(assumptions),
    conditional: new Map(),
    applied: new Set(["linearity-of-mean"]),
    fresh: () => `i_${++count}`,
  };
  let verdict: Verdict;
  let isClosed: boolean;
  try {
    refuseTruncated(assumptions, names);
    refuseCompound(names);
    const { assumptions: given, insert, isStated } = withoutMeans(assumptions, means);
    const [left, right] = sides.map((side) => insert(reduced(side, means)));
    const moments = momentsIn([left, right]);
    const facts = [...given.facts, ...needs.facts, ...supposedOf(moments, names)];
    isClosed = !isStated && [...moments.values()].every((one) => isOfNormalPair(one, names));
    // A normal variable may have any value.
    const declared = given.declared?.filter(({ name }) => !isNormal(name, names));
    verdict = grade([left, right], { ...given, facts, declared });
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    verdict = unknown([], reasonOf(error));
    isClosed = false;
  }
  const rules = [...means.applied];
  const isShown = verdict.grade === "proved" || verdict.grade === "proved-if";
  const jensen =
    isShown || relation !== "<=" ? undefined : byJensenOfMeans(sides, assumptions, names);
  if (jensen !== undefined) verdict = proof(["jensen"], [], jensen);
  const isProof = isShown || jensen !== undefined;
  // A proof is looked at under a few distributions, a claim that is not proved under more.
  const found = draws(sides, assumptions, names, grade, isShown ? 2 : 14);
  if (found.refuted && isProof) {
    const place = Object.entries(found.refuted.witness?.point ?? {}).map((one) => one.join(" = "));
    return unknown(rules, disagreement(verdict.grade, `it fails at ${place.join(", ")}`));
  }
  const isRefuted = found.refuted !== undefined || verdict.grade === "refuted";
  const named = isRefuted ? momentByName(sides, assumptions, names) : undefined;
  if (named !== undefined) return unknown(rules, named);
  if (found.refuted) return also(found.refuted, ...rules);
  if (isProof && needs.isOpaque && !found.holds)
    return unknown(rules, "no distribution was found at which the means have values");
  if (isProof) {
    const { texts } = assumptions;
    const conditions = [...verdict.conditions, ...needs.conditions(texts)];
    return also(proof(verdict.rules, conditions, verdict.method), ...rules);
  }
  const open = sides.flatMap((side) => (isOpen(side, names) ? atomsIn(side, names) : []));
  const isAnswer = isClosed && !needs.isInWords && open.every(({ name }) => isNormal(name, names));
  if (verdict.grade === "unknown" || isAnswer) return also(verdict, ...rules);
  return unknown(
    [...verdict.rules, ...rules],
    "the moments of the two sides were not shown to agree, and no distribution was found at which they differ",
  );
}

const isNormal = (name: string, { normal }: RandomNames): boolean =>
  normal.some((all) => all.has(name));

/** `X ~ Normal(0, 1)` and `X > 0` say two things of one distribution. */
function refuseTruncated({ facts }: Assumptions, names: RandomNames): void {
  for (const fact of facts) {
    if (fact.kind !== "compare" || !isOpen(fact.expr, names)) continue;
    const lawful = variablesOf(atomsIn(fact.expr, names), names).find(
      (one) => one.distribution ?? isNormal(one.name, names),
    );
    if (lawful)
      throw new Unsupported(
        `\`${fact.text}\` may say another distribution of ${lawful.name} than its own`,
      );
  }
}

/** The moments of `X ~ Normal(Y, 1)` are those of X where Y is known: X itself has another distribution. */
function refuseCompound(names: RandomNames): void {
  for (const { name, distribution } of names.variables.values()) {
    const drawn = distribution?.parameters.find((one) => isRandom(one, names));
    if (drawn)
      throw new Unsupported(
        `a parameter of the distribution of ${name} is random, ${expressionText(drawn)}: only parameters that are numbers have a meaning here`,
      );
  }
}
