import { displays } from "./displays.js";
import type { Notebook } from "./types.js";

/** An id of an equation in a `\tag{…}`, `conv.cost-ratio`; any other tag is a number for the reader. */
export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/;

/** A display formula with what stands in its `\tag{…}`. */
export interface TaggedEquation {
  tag: string;
  /** The formula without its tag. */
  tex: string;
  /** The number of its cell among all of them, from 1. */
  cell: number;
  /** The environment within which the tag stands, where only some programs show it. */
  within?: string;
}

/** Takes `\tag{…}` out of a display formula; the tag is the equation's id. */
export function takeTag(tex: string): { tex: string; tag?: string } {
  let tag: string | undefined;
  const rest = tex.replace(/\\tag\*?\s*\{([^{}]*)\}/g, (_, inner: string) => {
    tag ??= inner.trim();
    return "";
  });
  return { tex: rest.replace(/\\label\s*\{[^{}]*\}/g, "").trim(), tag: tag || undefined };
}

const innerEnvironments =
  /^(?:aligned|alignedat|array|cases|gathered|split|smallmatrix|[bBpvV]?matrix)$/;

/**
 * The inner environment, `aligned` for instance, within which a display has its tag. JupyterLab shows an error in place
 * of such a formula; behind the environment's end all show it.
 */
export function tagWithin(display: string): string | undefined {
  const open: string[] = [];
  for (const [, word, name] of display.matchAll(/\\(begin|end|tag)\*?\s*\{([^{}]*)\}/g)) {
    if (word === "begin") open.push(name);
    else if (word === "end") open.pop();
    else return open.find((one) => innerEnvironments.test(one));
  }
  return undefined;
}

/** What to say of a tag within such an environment. */
export function misplacedTag(within: string): string {
  return `its tag stands within ${within}, where JupyterLab shows an error; write \\tag{…} behind \\end{${within}}`;
}

/** The tagged displays of a notebook's Markdown, in their order. */
export function taggedEquations({ cells }: Notebook): TaggedEquation[] {
  return cells.flatMap((cell, i) =>
    cell.cell_type === "markdown"
      ? displays(cell.source).flatMap((display) => {
          const { tex, tag } = takeTag(display);
          if (tag === undefined) return [];
          const within = tagWithin(display);
          return [{ tag, tex, cell: i + 1, ...(within && { within }) }];
        })
      : [],
  );
}
