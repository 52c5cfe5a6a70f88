import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { derivations, readNotebook } from "../../src/notebook/index.js";
import type { DerivationJSON } from "../../src/show/index.js";

/** The derivations that stand in a notebook's stored outputs, in their order. */
export const derivationsOf = (path: string): DerivationJSON[] =>
  derivations(readNotebook(readFileSync(path, "utf8"), basename(path))) as DerivationJSON[];
