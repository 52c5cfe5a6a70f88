// What only some claims ask for, in one part that the first of them loads.

export { writtenOut } from "../derive/claims/writtenOut.js";
export { decideArrays } from "../derive/matrices/decideArrays.js";
export { decideImplication } from "../derive/decide/implication.js";
export { decideOrder } from "../derive/decide/proofs/order.js";
export { decideDependent } from "../derive/dependence/decideDependent.js";
export { inFull } from "../derive/dependence/inFull.js";
export { linked } from "../derive/dependence/linked/linked.js";
export { readRandom } from "../derive/assumptions/randomNames.js";
export { decideComplex } from "../derive/complex/decideComplex.js";
export { decideCases } from "../derive/cases/decideCases.js";
export { withExcluded } from "../derive/cases/excluded.js";
export { decideMeans } from "../derive/random/means.js";
export { showInequality } from "../derive/inequalities/shown.js";
export { showFollowing } from "../derive/inequalities/following.js";
export { decideAsymptotics } from "../derive/limits/decideAsymptotics.js";
export { provideAll } from "../derive/opinion/provide.js";
