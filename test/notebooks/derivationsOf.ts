import { readFileSync } from "node:fs";
import { type DerivationJSON, derivationMime } from "../../src/show/index.js";

interface StoredCell {
  outputs?: { data?: Record<string, unknown> }[];
}

/** The derivations that stand in a notebook's stored outputs, in their order. */
export function derivationsOf(path: string): DerivationJSON[] {
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as { cells: StoredCell[] };
  return cells.flatMap(({ outputs = [] }) =>
    outputs.flatMap(({ data }) => {
      const found = data?.[derivationMime];
      return found ? [found as DerivationJSON] : [];
    }),
  );
}
