/**
 * The engine alone, for programs and web pages: no package and nothing of Node is behind it.
 *
 *     import { prove } from "rederive/engine";
 *     (await prove("(a + b)^2 = a^2 + 2*a*b + b^2")).grade   // "proved"
 *
 * @module rederive/engine
 */
export * from "./shared.js";
export { prove } from "./proveOnDemand.js";
export { loadDerivation, parseLatex, verify } from "./onDemand.js";
export type { Derivation } from "../derive/derivation/derivation.js";
