import { atan2 } from "./atan2.js";
import { Beta } from "./Beta.js";
import { coth } from "./coth.js";
import { csch } from "./csch.js";
import { erf } from "./erf.js";
import { Gamma } from "./Gamma.js";
import { library } from "./library.js";
import { sech } from "./sech.js";

/**
 * Adds the functions that the library names without loading them. A call and no statement of the module: of a module that
 * is imported for its statements alone bundlers keep nothing.
 */
export function addRest(): void {
  for (const one of [sech, csch, coth, atan2, Gamma, Beta, erf]) library.set(one.name, one);
}
