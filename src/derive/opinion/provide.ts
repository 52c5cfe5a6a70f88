import { byConstantGap } from "../decide/proofs/constantGap.js";
import { byInduction, gapByInduction } from "../decide/proofs/induction.js";
import { provideProofs } from "../decide/proofs/later.js";
import { provideClosedForms } from "../form/engine.js";
import { addPartOfTurn } from "../functions/angles/partOfTurn.js";
import { integralForm } from "../integrals/integrals.js";
import { addRest } from "../library/rest.js";
import { addSpecial } from "../oracle/evaluate/special.js";
import { endlessSum } from "../series/endless.js";
import { binomialSum } from "../sums/binomial.js";

/** Hands over all that the core names without loading it. */
export function provideAll(): void {
  addPartOfTurn();
  addRest();
  addSpecial();
  provideProofs({ byConstantGap, byInduction, gapByInduction });
  provideClosedForms({ integral: integralForm, binomialSum, series: endlessSum });
}
