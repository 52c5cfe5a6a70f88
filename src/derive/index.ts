export * from "../record/types.js";
export { derivationMime } from "../record/mimes.js";
export { Derivation } from "./derivation/derivation.js";
export type { Argmax } from "./derivation/argmax.js";
export type {
  ArgmaxOptions,
  DefinitionOptions,
  ErratumText,
  StepOptions,
} from "./steps/stepOptions.js";
export { DerivationError } from "./tree/errors.js";
export { poolPattern } from "./tensor/poolPattern.js";
export { symbols } from "./tensor/symbols.js";
export { vocabulary } from "./assumptions/declared.js";
export type { PointValues, StepValues } from "./steps/valuesAt.js";
export { weakest } from "../record/index.js";
export type { MathjsValue } from "./read/mathjs.js";
export { toMathjs } from "./notation/toMathjs.js";
export { relationLatex } from "./notation/relation.js";
export { tex, type Tex } from "./tex/tex.js";
