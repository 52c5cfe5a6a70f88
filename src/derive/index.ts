export * from "./types.js";
export { Derivation } from "./derivation.js";
export type { Argmax } from "./argmax.js";
export type { ArgmaxOptions, DefinitionOptions, ErratumText, StepOptions } from "./stepOptions.js";
export { DerivationError } from "./errors.js";
export { symbols } from "./tensor/symbols.js";
export type { PointValues, StepValues } from "./valuesAt.js";
export { weakest } from "./combine.js";
export { rightLatex as relationLatex } from "./relation.js";
