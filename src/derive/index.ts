export * from "./types.js";
export { Derivation, type ErratumText, type StepOptions } from "./derivation.js";
export { DerivationError } from "./parse.js";
