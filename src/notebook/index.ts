export * from "./types.js";
export { isJsonType, NotebookError, readNotebook } from "./read.js";
export { cellLanguage, type CellLanguage, foreignKernel } from "./kernels.js";
export { cellLine } from "./cellLine.js";
export { writeNotebook } from "./write.js";
export { cellTolerance, compareOutputs, type Difference } from "./compare.js";
export { importedNames } from "./imports.js";
export { chapterHash, type SourceFile } from "./stamp.js";
export {
  derivations,
  type Fallen,
  fallen,
  fellOf,
  madeDerivations,
  recordsOf,
  shownIn,
  type Tally,
  tally,
  unshownOf,
  withRecords,
  withUnshown,
} from "./claims.js";
export { storedDerivation } from "./derivationMime.js";
export { findIds, nearestIds, type Place, type PlaceKind } from "./ids.js";
export {
  idPattern,
  tagWithin,
  takeTag,
  type TaggedEquation,
  taggedEquations,
  withOwnLines,
} from "./equations.js";
export { pictureType } from "./pictureType.js";
