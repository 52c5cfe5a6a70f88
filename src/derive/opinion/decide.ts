import { decideImplication } from "../decide/implication.js";
import { withExcluded } from "../cases/excluded.js";
import { decideOrder } from "../decide/proofs/order.js";
import { decideDependent } from "../dependence/decideDependent.js";
import { inFull } from "../dependence/inFull.js";
import { showFollowing } from "../inequalities/following.js";
import { showInequality } from "../inequalities/shown.js";
import { linked } from "../dependence/linked/linked.js";
import { deciding, decidingAlone } from "./deciding.js";
import { provideAll } from "./provide.js";

export type { Claim, Verdict } from "../decide/conditions/verdict.js";

provideAll();
const further = {
  decideDependent,
  linked,
  inFull,
  decideImplication,
  decideOrder,
  showInequality,
  showFollowing,
  withExcluded,
};

/** Grades a claim under assumptions, and asks for a second opinion. What cannot be decided is unknown, with the reason. */
export const decide = deciding(further);

/** The verdict of the prover by itself: for measuring, never for publishing. */
export const decideAlone = decidingAlone(further);
