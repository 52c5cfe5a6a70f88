// The same names where everything is loaded: they give what `rederive/engine` gives promises of.
export * from "./shared.js";
export { prove } from "./prove.js";
export { parseLatex } from "./readLatex.js";
export { verify } from "../derive/records/verify.js";
