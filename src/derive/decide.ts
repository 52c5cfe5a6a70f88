import { Rational } from "../num/index.js";
import type { Assumptions } from "./assumptions.js";
import { conditionsOf } from "./conditions.js";
import { type Expr, freeNames, subtract } from "./expression.js";
import { addFractions, isZero, negateFraction } from "./fraction.js";
import { Atoms } from "./atoms.js";
import { normalForm, Unsupported } from "./normalForm.js";
import { GaveUp } from "./polynomial.js";
import { type Signs, signsUnder } from "./signs.js";
import type { Condition, Grade, Relation, Witness } from "./types.js";
import { points, search } from "./witness.js";

/** A claim as the engine decides it; `places` are the digits printed on the right of `≈`. */
export interface Claim {
  left: Expr;
  relation: Relation;
  right: Expr;
  places?: number;
}

/** A grade with the evidence for it. */
export interface Verdict {
  grade: Grade;
  conditions: Condition[];
  method: string;
  witness?: Witness;
  reason?: string;
}

/** Grades a claim under assumptions. What cannot be decided is unknown, with the reason. */
export function decide(claim: Claim, assumptions: Assumptions): Verdict {
  const atoms = new Atoms();
  const signs = signsUnder(assumptions, atoms);
  const conditions = conditionsOf([claim.left, claim.right], assumptions, signs);
  if (claim.relation === "=") return equality(claim, assumptions, atoms, conditions);
  if (claim.relation === "≈") return rounding(claim, assumptions, conditions);
  if (claim.relation === "<" || claim.relation === "<=")
    return inequality(claim, assumptions, signs, conditions);
  return {
    grade: "unknown",
    conditions,
    method: "none",
    reason: `no procedure for ${claim.relation} yet`,
  };
}

/** Proved, or proved if a condition stays open. */
export const proof = (conditions: Condition[], method: string): Verdict => ({
  grade: conditions.some(({ metBy }) => metBy === undefined) ? "proved-if" : "proved",
  conditions,
  method,
});

function equality(
  claim: Claim,
  assumptions: Assumptions,
  atoms: Atoms,
  conditions: Condition[],
): Verdict {
  const { left, right } = claim;
  let reason =
    "the two sides have different normal forms, and no point was found at which both have exact values";
  try {
    const difference = addFractions(
      normalForm(left, atoms),
      negateFraction(normalForm(right, atoms)),
    );
    if (isZero(difference)) return settled(claim, assumptions, conditions, atoms);
  } catch (error) {
    if (!(error instanceof Unsupported || error instanceof GaveUp)) throw error;
    reason = error.message;
  }
  const found = search(left, right, assumptions, (a, b) => a.equals(b));
  return unsettled(found, conditions, reason);
}

/** Equal normal forms prove the claim, unless the assumptions admit nothing. */
function settled(
  { left, right }: Claim,
  assumptions: Assumptions,
  conditions: Condition[],
  atoms: Atoms,
): Verdict {
  if (
    assumptions.facts.length &&
    points([...freeNames(left), ...freeNames(right)], assumptions).next().done
  ) {
    return {
      grade: "unknown",
      conditions,
      method: "none",
      reason: "no point was found that satisfies the assumptions",
    };
  }
  const exact = freeNames(left).size === 0 && freeNames(right).size === 0 && atoms.byKey.size === 0;
  return proof(
    conditions,
    exact
      ? "exact arithmetic: both sides are the same fraction"
      : "both sides have the same normal form over the rationals",
  );
}

function unsettled(
  found: ReturnType<typeof search>,
  conditions: Condition[],
  reason: string,
): Verdict {
  if (found.witness) {
    const { witness } = found;
    return {
      grade: "refuted",
      conditions,
      method: "exact values of both sides at one point",
      witness,
    };
  }
  const tail = found.agreed
    ? `; the sides agree at ${found.agreed} points, which proves nothing`
    : "";
  return { grade: "unknown", conditions, method: "none", reason: `${reason}${tail}` };
}

/** `x ≈ 0.0292`: |x - 0.0292| is at most half a unit of the last printed place. */
function rounding(
  { left, right, places = 0 }: Claim,
  assumptions: Assumptions,
  conditions: Condition[],
): Verdict {
  const half = Rational.of(1n, 2n * 10n ** BigInt(places));
  const close = (a: Rational, b: Rational) => a.sub(b).abs().compare(half) <= 0;
  const found = search(left, right, assumptions, close);
  if (found.witness || freeNames(left).size > 0 || found.agreed === 0) {
    return unsettled(found, conditions, "no exact value of the left side");
  }
  return proof(
    conditions,
    `exact value within half a unit of the ${places === 1 ? "1st" : `${places}th`} decimal place`,
  );
}

function inequality(
  { left, relation, right }: Claim,
  assumptions: Assumptions,
  signs: Signs,
  conditions: Condition[],
): Verdict {
  const strict = relation === "<";
  const gap = subtract(right, left);
  const shown = strict ? signs.positive(gap) : signs.nonnegative(gap);
  const found = search(left, right, assumptions, (a, b) =>
    strict ? a.compare(b) < 0 : a.compare(b) <= 0,
  );
  if (shown && !found.witness && (found.admissible || !assumptions.facts.length)) {
    return proof(
      conditions,
      `the difference is ${strict ? "positive" : "not negative"} (${shown})`,
    );
  }
  return unsettled(found, conditions, "the difference has no sign that can be read off its form");
}
