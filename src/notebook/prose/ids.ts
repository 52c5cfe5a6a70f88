/** A place at which an equation's id stands. */
export interface Place {
  kind: PlaceKind;
  id: string;
  /** Line in the file, from 1. */
  line: number;
}

/** The tagged equation, its derivation, the function that computes it, its tests, its entry in the inventory. */
export type PlaceKind = "note" | "derivation" | "code" | "test" | "inventory";

const patterns: Record<PlaceKind, RegExp> = {
  // In an .ipynb file backslashes and quotes are escaped.
  note: /\\\\tag\{([a-z0-9.-]+)\}/g,
  derivation: /\bderivation\(\s*\\["']([a-z0-9.-]+)\\["']|\bderivation\(\s*'([a-z0-9.-]+)'/g,
  code: /@eq\s+([a-z0-9.-]*[a-z0-9])/g,
  test: /\bsuite\(\s*["'`]([a-z0-9.-]+)["'`]/g,
  inventory: /"id":\s*"([a-z0-9.-]+)"/g,
};

/** Finds the equation ids in the text of a file. */
export function findIds(text: string, kinds: PlaceKind[]): Place[] {
  return text.split("\n").flatMap((lineText, i) =>
    kinds.flatMap((kind) =>
      [...lineText.matchAll(patterns[kind])].map(([, id, other]) => ({
        kind,
        id: id ?? other,
        line: i + 1,
      })),
    ),
  );
}

/** The ids nearest to one that does not exist, by the number of characters to change. */
export function nearestIds(id: string, known: string[], most = 3): string[] {
  return [...new Set(known)]
    .map((other) => ({ other, steps: distance(id, other) }))
    .sort((left, right) => left.steps - right.steps || (left.other < right.other ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}

/** Levenshtein's distance: insertions, deletions and replacements that turn one text into the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[to.length];
}
