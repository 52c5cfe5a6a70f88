import type { CodeCell } from "../format/types.js";

/** What a tag, or a comment in the first lines of a cell, says of the cell. */
export type Marker = "skip" | "ignore" | "compare" | "raises";

/**
 * The spellings of Jupyter, nbval and nbmake. nbval reads them in comments, too; case and `-` or `_` make no difference.
 *
 * @source nbclient, `raises-exception` and `skip-execution`; nbval, "Using nbval", the markers of cells
 */
const spellings = new Map<string, Marker>([
  ["skip-execution", "skip"],
  ["nbval-skip", "skip"],
  ["nbval-ignore-output", "ignore"],
  ["nbval-check-output", "compare"],
  ["raises-exception", "raises"],
  ["nbval-raises-exception", "raises"],
]);

/** The markers of a cell, each with the words by which it is set. */
export function markersOf(cell: CodeCell): Map<Marker, string> {
  const tags = Array.isArray(cell.metadata.tags) ? cell.metadata.tags.map(String) : [];
  const found = new Map<Marker, string>();
  for (const word of commentsOf(cell.source)) note(word, `comment ${word}`);
  for (const tag of tags) note(tag, `tag ${tag}`);
  return found;

  function note(word: string, said: string): void {
    const marker = spellings.get(word.toLowerCase().replaceAll("_", "-"));
    if (marker) found.set(marker, said);
  }
}

/** Comments before the first line of code; `#` begins one in other languages. */
function commentsOf(source: string): string[] {
  const comments: string[] = [];
  for (const line of source.split("\n")) {
    const comment = /^\s*(?:\/\/|#)\s*(\S.*?)\s*$/.exec(line)?.[1];
    if (comment) comments.push(comment);
    else if (line.trim()) break;
  }
  return comments;
}
