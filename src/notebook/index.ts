export * from "./format/types.js";
export { isJsonType, NotebookError, readNotebook } from "./format/read.js";
export {
  cellLanguage,
  type CellLanguage,
  foreignKernel,
  isRederiveKernel,
  notebookLanguage,
  statedKernel,
} from "./format/kernels.js";
export { cellLine } from "./format/cellLine.js";
export { writeNotebook } from "./format/write.js";
export { parseJson } from "./format/parseJson.js";
export { compareOutputs, type Difference } from "./outputs/compare.js";
export { cellRules, type CellRules, type ProjectRules, type Sanitiser } from "./rules/cellRules.js";
export { toleranceOf } from "./rules/tolerance.js";
export { importedNames } from "./imports.js";
export {
  type CellStamp,
  isToRun,
  runHash,
  shortHash,
  sourceHash,
  stampOf,
  withStamp,
} from "./stamp.js";
export {
  derivations,
  type Fallen,
  fallen,
  fellOf,
  madeDerivations,
  notProved,
  recordsOf,
  shownIn,
  type Tally,
  tally,
  unshownOf,
  withRecords,
  withUnshown,
} from "./claims/claims.js";
export { storedDerivation } from "./claims/derivationMime.js";
export { findIds, nearestIds, type Place, type PlaceKind } from "./prose/ids.js";
export {
  idPattern,
  tagWithin,
  takeTag,
  type TaggedEquation,
  taggedEquations,
  withOwnLines,
} from "./prose/equations.js";
export { boundPrefix, boundProblems } from "./prose/bound.js";
export { pictureType } from "./outputs/pictureType.js";
