import { isDeepStrictEqual } from "node:util";
import {
  type Cell,
  NotebookError,
  type Notebook,
  readNotebook,
  withStamp,
  withUnshown,
} from "../../notebook/index.js";

/**
 * The notebook of a file in which a merge has left conflicts, if those are only in what a run writes: outputs, counts, stamps.
 * Undefined for a file without conflicts, and for one whose sides say different things.
 *
 * @param name the file's name, for messages
 */
export function mended(text: string, name: string): Notebook | undefined {
  const sides = sidesOf(text);
  if (!sides) return undefined;
  try {
    const [ours, theirs] = sides.map((side) => readNotebook(side, name));
    return isDeepStrictEqual(written(ours), written(theirs)) ? ours : undefined;
  } catch (error) {
    if (error instanceof NotebookError) return undefined; // a side alone is no notebook
    throw error;
  }
}

/** What a person has written of a notebook, as against a run. */
function written({ metadata, cells }: Notebook): unknown {
  const { rederive: _made, language_info: _language, ...own } = metadata;
  return { own, cells: cells.map(writtenOf) };
}

function writtenOf(cell: Cell): unknown {
  const bare = withStamp(cell, undefined);
  if (bare.cell_type !== "code") return bare;
  const { outputs: _outputs, execution_count: _count, ...own } = withUnshown(bare, []);
  const { execution: _times, ...metadata } = own.metadata;
  return { ...own, metadata };
}

/** The text of each side of a merge; undefined for a text without conflicts, or with half of one. */
function sidesOf(text: string): [string, string] | undefined {
  const sides: [string[], string[]] = [[], []];
  let at: "both" | "ours" | "base" | "theirs" = "both";
  let conflicts = 0;
  for (const line of text.split("\n")) {
    if (at === "both" && /^<{7}(?: |\r?$)/.test(line)) at = "ours";
    else if (at === "ours" && /^\|{7}(?: |\r?$)/.test(line)) at = "base";
    else if ((at === "ours" || at === "base") && /^={7}\r?$/.test(line)) at = "theirs";
    else if (at === "theirs" && /^>{7}(?: |\r?$)/.test(line)) {
      at = "both";
      conflicts++;
    } else {
      if (at === "both" || at === "ours") sides[0].push(line);
      if (at === "both" || at === "theirs") sides[1].push(line);
    }
  }
  if (!conflicts || at !== "both") return undefined;
  const [ours, theirs] = sides.map((lines) => lines.join("\n"));
  return [ours, theirs];
}
