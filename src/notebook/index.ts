export * from "./types.js";
export { isJsonType, NotebookError, readNotebook } from "./read.js";
export { cellLine } from "./cellLine.js";
export { writeNotebook } from "./write.js";
export { cellTolerance, compareOutputs, type Difference } from "./compare.js";
export { importedNames } from "./imports.js";
export { chapterHash, type SourceFile } from "./stamp.js";
export { derivations, fallen, type Tally, tally } from "./claims.js";
export { findIds, nearestIds, type Place, type PlaceKind } from "./ids.js";
