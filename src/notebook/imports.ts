import type { Notebook } from "./types.js";

const importPattern =
  /^\s*import\s+(?:type\s+)?(\*\s+as\s+\w+|\{[^}]*\})\s+from\s+["']rederive["']/gm;

/** The names that a notebook's cells import from the package, sorted; `*` if a cell takes the namespace. */
export function importedNames(notebook: Notebook): string[] {
  const names = new Set<string>();
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    for (const [, clause] of cell.source.matchAll(importPattern)) {
      if (clause.startsWith("*")) names.add("*");
      else for (const name of clauseNames(clause)) names.add(name);
    }
  }
  return [...names].sort();
}

function clauseNames(clause: string): string[] {
  return clause
    .slice(1, -1)
    .split(",")
    .map(
      (part) =>
        part
          .trim()
          .replace(/^type\s+/, "")
          .split(/\s+as\s+/)[0],
    )
    .filter((name) => name !== "");
}
