import type { Assumptions } from "../assumptions/assumptions.js";
import { decideEquality } from "../decide/equality.js";
import { underEquations } from "../decide/equations.js";
import type { decideImplication, ShowFollowing } from "../decide/implication.js";
import { decideInequality, type ShowInequality } from "../decide/inequality.js";
import type { decideOrder } from "../decide/proofs/order.js";
import { decideRounding } from "../decide/rounding.js";
import { settled } from "../decide/open/settled.js";
import {
  type Claim,
  type StatedCondition,
  unknown,
  type Verdict,
} from "../decide/conditions/verdict.js";
import type { decideDependent } from "../dependence/decideDependent.js";
import { declares, differentiates, mayLink } from "../dependence/differentiates.js";
import type { inFull } from "../dependence/inFull.js";
import type { linked } from "../dependence/linked/linked.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import type { withExcluded } from "../cases/excluded.js";
import { secondOpinion } from "./secondOpinion.js";
import type { Relation, RuleId } from "../../record/types.js";
import { withinWork } from "../tree/work.js";

/** Work that one claim may take: a second or two on a machine at rest. */
const mostWork = 4_000_000;

/** What is asked of some claims alone: of those that differentiate, of statements, of bounds of growth, of hard inequalities. */
export interface Further {
  linked: typeof linked;
  decideDependent: typeof decideDependent;
  inFull: typeof inFull;
  decideImplication: typeof decideImplication;
  decideOrder: typeof decideOrder;
  showInequality: ShowInequality;
  showFollowing: ShowFollowing;
  withExcluded: typeof withExcluded;
}

/** Grades a claim under assumptions. */
export type Decide = (claim: Claim, assumptions: Assumptions) => Verdict;

/** Grades by the prover alone. What cannot be decided is unknown, with the reason. */
export const decidingAlone =
  (further: Further): Decide =>
  (claim, assumptions) =>
    withLinks(claim, assumptions, further, (own, given) => decidePlain(own, given, further));

/** Grades by the prover, and asks for a second opinion. */
export const deciding =
  (further: Further): Decide =>
  (claim, assumptions) =>
    withLinks(claim, assumptions, further, (own, given) => {
      const verdict = decidePlain(own, given, further);
      if (verdict.grade === "unknown") return verdict;
      const full = differentiates(own, given)
        ? further.inFull(own, given)
        : { claim: own, assumptions: withoutDependence(given) };
      return secondOpinion(full.claim, full.assumptions, verdict);
    });

/** Grades a claim in which it is told how its equations make names depend on its variables, and under the others. */
function withLinks(
  claim: Claim,
  assumptions: Assumptions,
  further: Further,
  decide: Decide,
): Verdict {
  if (!mayLink(claim, assumptions))
    return underEquations(claim, assumptions, (own) => decide(own, assumptions));
  const full = further.linked(claim, assumptions);
  if (full.refused !== undefined) return unknown(["differentiation"], full.refused);
  const { claim: plain, assumptions: given, shown } = full;
  return shown(underEquations(plain, given, (own) => decide(own, given)));
}

/** Where nothing is differentiated it says nothing that one name depends on another. */
const withoutDependence = (assumptions: Assumptions): Assumptions => ({
  ...assumptions,
  facts: assumptions.facts.filter(({ kind }) => kind !== "depends"),
});

/** What a relation is tried by first: all that is known where the work for it ends. */
export const triedBy = {
  "=": ["normal-form"],
  "<": ["sign-of-difference"],
  "<=": ["sign-of-difference"],
  "≈": ["rounding-interval"],
  O: ["growth-rates"],
  "=>": ["solve-and-substitute"],
  "<=>": ["solve-and-substitute"],
} as const satisfies Record<Relation, readonly RuleId[]>;

function decidePlain(claim: Claim, assumptions: Assumptions, further: Further): Verdict {
  try {
    const plain: Decide = (own, facts) => {
      const verdict = settled(decided(own, facts, further), own, facts);
      const isOpen = ({ supposed, metBy }: StatedCondition) => supposed && metBy === undefined;
      return verdict.conditions.some(isOpen)
        ? further.withExcluded(verdict, own, facts, plain)
        : verdict;
    };
    return withinWork(mostWork, () =>
      differentiates(claim, assumptions) || declares(assumptions)
        ? further.decideDependent(claim, assumptions, plain)
        : plain(claim, assumptions),
    );
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    return unknown(triedBy[claim.relation], reasonOf(error));
  }
}

function decided(claim: Claim, assumptions: Assumptions, further: Further): Verdict {
  const { left, relation, right } = claim;
  switch (relation) {
    case "=":
      return decideEquality(left, right, assumptions);
    case "<":
    case "<=":
      return decideInequality(left, right, relation === "<", assumptions, further.showInequality);
    case "≈":
      return decideRounding(claim, assumptions);
    case "O":
      return further.decideOrder(left, right, assumptions);
    case "<=>":
    case "=>":
      return further.decideImplication(
        left,
        right,
        relation === "<=>",
        assumptions,
        further.showFollowing,
      );
  }
}
