import type { Assumptions } from "../assumptions/assumptions.js";
import { disagreement } from "../tree/disagreement.js";
import {
  also,
  type Claim,
  placeWords,
  unknown,
  type Verdict,
} from "../decide/conditions/verdict.js";
import type { Claimed, Disagreement, Need } from "../oracle/claim/claim.js";
import {
  type Fraction,
  fraction,
  plus,
  readFraction,
  signOf,
  times,
} from "../oracle/numbers/fraction.js";
import { contradiction } from "../oracle/opinion.js";
import { objection, type Stated } from "../oracle/points/witness.js";

/** A text of a witness is cut where it is longer. */
const mostDigits = 300;

const words: Record<Disagreement["found"], string> = {
  fails: "it fails",
  "no value": "only one side has a value",
  holds: "it holds",
  "not admitted": "what is assumed does not hold",
  "another value": "a side has another value",
};

/**
 * What leaves the engine as proved or refuted, unless an evaluator that shares no code with the prover finds the
 * contrary: then nothing is claimed, and the reason says where.
 */
export function secondOpinion(claim: Claim, assumptions: Assumptions, verdict: Verdict): Verdict {
  const { isAsked, found } = opinionOn(claim, assumptions, verdict);
  if (!isAsked) return verdict;
  const asked = also(verdict, "second-opinion");
  if (!found) return asked;
  const place = placeWords(found.point);
  const at = place.length ? ` at ${place.join(", ")}` : "";
  return unknown(
    asked.rules,
    disagreement(verdict.grade, `${words[found.found]}${at}`),
    verdict.conditions,
  );
}

function opinionOn(
  { left, relation, right, unit }: Claim,
  { facts }: Assumptions,
  { grade, conditions, witness }: Verdict,
): { isAsked: boolean; found?: Disagreement } {
  const open = conditions.filter(({ metBy }) => metBy === undefined);
  const claimed: Claimed = {
    left,
    relation,
    right,
    unit: unit && { n: unit.num, d: unit.den },
    facts,
    needs: open.flatMap(({ demand }): (Need | undefined)[] =>
      demand === "convergence" || demand === "dependence" ? [] : [demand],
    ),
  };
  if (grade === "proved" || grade === "proved-if") {
    return { isAsked: true, found: contradiction(claimed) };
  }
  if (grade !== "refuted" || !witness) return { isAsked: false };
  const values = new Map<string, Fraction>();
  const weights = new Map<string, Fraction>();
  for (const [name, text] of Object.entries(witness.point)) {
    const value = exactly(text);
    if (!value) return { isAsked: false };
    const weighed = /^weight of (.+)$/.exec(name);
    if (weighed) weights.set(weighed[1].replace(/\s/g, ""), value);
    else values.set(name.replace(/\s/g, ""), value);
  }
  const sides = [stated(witness.lhs), stated(witness.rhs)];
  const found = objection(claimed, { values, weights, sides });
  return { isAsked: true, ...(found ? { found: { point: witness.point, found } } : {}) };
}

/** The fraction that a witness states; undefined for a function or a value that is only near. */
function exactly(text: string): Fraction | undefined {
  return /^-?\d+(\/\d+)?$/.test(text) ? readFraction(text) : undefined;
}

/** A side's value in a witness, `7/3` or `≈ 1.4142`; undefined for one that is cut off or has none. */
function stated(text: string): Stated | undefined {
  const value = exactly(text);
  if (value) return { value, unit: fraction(0) };
  const [, digits, places] = /^≈ (-?\d+(?:\.(\d+))?)$/.exec(text) ?? [];
  if (digits === undefined || digits.length > mostDigits) return undefined;
  const near = readFraction(digits);
  // The middle of an enclosure is printed: of a large number more digits than are certain, of others a few.
  const last = fraction(1000, 10n ** BigInt(places?.length ?? 0));
  const billionth = times(near, fraction(signOf(near), 10n ** 9n));
  return { value: near, unit: plus(last, billionth) };
}
