import { atan2 } from "./atan2.js";
import { Beta } from "./Beta.js";
import { coth } from "./coth.js";
import { csch } from "./csch.js";
import { erf } from "./erf.js";
import { Gamma } from "./Gamma.js";
import { library } from "./library.js";
import { sech } from "./sech.js";

// The functions that the library names without loading them.
for (const one of [sech, csch, coth, atan2, Gamma, Beta, erf]) library.set(one.name, one);
