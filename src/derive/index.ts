export * from "./types.js";
export { Derivation } from "./derivation.js";
export type { ErratumText, StepOptions } from "./stepOptions.js";
export { DerivationError } from "./errors.js";
