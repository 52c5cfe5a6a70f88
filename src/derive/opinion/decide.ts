import type { Assumptions } from "../assumptions/assumptions.js";
import { decideEquality } from "../decide/equality.js";
import { underEquations } from "../decide/equations.js";
import { decideImplication } from "../decide/implication.js";
import { decideInequality } from "../decide/inequality.js";
import { decideOrder } from "../decide/proofs/order.js";
import { decideRounding } from "../decide/rounding.js";
import { settled } from "../decide/open/settled.js";
import { type Claim, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { decideDependent } from "../dependence/decideDependent.js";
import { inFull } from "../dependence/inFull.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import { secondOpinion } from "./secondOpinion.js";
import { withinWork } from "../tree/work.js";

export type { Claim, Verdict } from "../decide/conditions/verdict.js";

/** Work that one claim may take: a second or two on a machine at rest. */
const mostWork = 4_000_000;

/** Grades a claim under assumptions, and asks for a second opinion. What cannot be decided is unknown, with the reason. */
export function decide(claim: Claim, assumptions: Assumptions): Verdict {
  return underEquations(claim, assumptions, (own) => {
    const verdict = decidePlain(own, assumptions);
    if (verdict.grade === "unknown") return verdict;
    const full = inFull(own, assumptions);
    return secondOpinion(full.claim, full.assumptions, verdict);
  });
}

/** The verdict of the prover by itself: for measuring, never for publishing. */
export function decideAlone(claim: Claim, assumptions: Assumptions): Verdict {
  return underEquations(claim, assumptions, (own) => decidePlain(own, assumptions));
}

function decidePlain(claim: Claim, assumptions: Assumptions): Verdict {
  try {
    const plain: typeof decided = (own, facts) => settled(decided(own, facts), own, facts);
    return withinWork(mostWork, () => decideDependent(claim, assumptions, plain));
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    return unknown(reasonOf(error));
  }
}

function decided(claim: Claim, assumptions: Assumptions): Verdict {
  const { left, relation, right } = claim;
  switch (relation) {
    case "=":
      return decideEquality(left, right, assumptions);
    case "<":
    case "<=":
      return decideInequality(left, right, relation === "<", assumptions);
    case "≈":
      return decideRounding(claim, assumptions);
    case "O":
      return decideOrder(left, right, assumptions);
    case "<=>":
    case "=>":
      return decideImplication(left, right, relation === "<=>", assumptions);
  }
}
