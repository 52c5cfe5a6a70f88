export type * from "./types.js";
export { derivationMime, derivationMimes, summaryMime } from "./mimes.js";
export { grades, gradeText, holds, isGrade, isWanted, tallyOf, weakest } from "./grades.js";
export { type Beside, inOrder, type Part, recordOf, type TakenAfter, takenFrom } from "./order.js";
export { canonical } from "./canonical.js";
export { isDerivation } from "./isDerivation.js";
