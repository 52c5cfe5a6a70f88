import { denoTypes } from "./denoJupyter.js";
import { ijavascriptTypes } from "./ijavascript.js";
import { jupyterTypes } from "./jupyter.js";
import { promptTypes } from "./prompts.js";
import { tslabTypes } from "./tslab.js";

/** What cells find in sight beside the platform's names: of this kernel, and of those that notebooks were written for. */
export const givenTypes = [
  ...[jupyterTypes, promptTypes],
  ...[tslabTypes, denoTypes, ijavascriptTypes],
].join("");
