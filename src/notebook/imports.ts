import type { Cell } from "./format/types.js";

// A topic's names are those of the package; of the engine some mean another function there.
const namedImport =
  /\bimport\s+(?:type\s+)?\{([^{}]*)\}\s*from\s*["']rederive(?:\/(?:conv|nn|prob|show))?["']/g;
const anyMention = /["']rederive(?:\/[\w/.-]*)?["']/g;

/**
 * The names that cells import from the package, sorted; `*` stands for all of them where a cell takes
 * the package in any way but by names.
 */
export function importedNames(cells: readonly Cell[]): string[] {
  const names = new Set<string>();
  for (const cell of cells) {
    if (cell.cell_type !== "code") continue;
    const clauses = [...cell.source.matchAll(namedImport)];
    for (const [, clause] of clauses) for (const name of clauseNames(clause)) names.add(name);
    if ((cell.source.match(anyMention)?.length ?? 0) > clauses.length) names.add("*");
  }
  return [...names].sort();
}

function clauseNames(clause: string): string[] {
  return clause
    .replace(/\/\/.*|\/\*[^]*?\*\//g, "")
    .split(",")
    .map((part) => part.trim().replace(/^type\s+/, ""))
    .map((part) => /^[\w$]+/.exec(part)?.[0] ?? "")
    .filter((name) => name !== "");
}
