import { decideDependent } from "../dependence/decideDependent.js";
import { inFull } from "../dependence/inFull.js";
import { linked } from "../dependence/linked/linked.js";
import { deciding, decidingAlone } from "./deciding.js";

export type { Claim, Verdict } from "../decide/conditions/verdict.js";

/** Grades a claim under assumptions, and asks for a second opinion. What cannot be decided is unknown, with the reason. */
export const decide = deciding({ decideDependent, inFull, linked });

/** The verdict of the prover by itself: for measuring, never for publishing. */
export const decideAlone = decidingAlone({ decideDependent, inFull, linked });
