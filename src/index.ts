/**
 * All of it: what the parts hold, tensors, exact fractions, random numbers and checks of arguments. In a program `prove`,
 * `parseLatex` and `verify` answer at once here; those of `rederive/engine` load their parts when they are first asked.
 *
 * @module rederive
 */
export * from "./engine/atOnce.js";
export * from "./num/index.js";
export * from "./conv/index.js";
export * from "./nn/index.js";
export * from "./prob/index.js";
export * from "./show/index.js";
