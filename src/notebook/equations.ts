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

/** The tagged displays of a notebook's Markdown, in their order. */
export function taggedEquations({ cells }: Notebook): TaggedEquation[] {
  return cells.flatMap((cell, i) =>
    cell.cell_type === "markdown"
      ? displays(cell.source).flatMap((display) => {
          const { tex, tag } = takeTag(display);
          return tag === undefined ? [] : [{ tag, tex, cell: i + 1 }];
        })
      : [],
  );
}

const fence = /^ {0,3}(```+|~~~+)[^\n]*\n[^]*?(?:^ {0,3}\1|$(?![^]))/gm;
const unseen = /<!--[^]*?-->|(`+)(?!`)[^]*?(?<!`)\1(?!`)/g;
const display = /(?<!\\)\$\$([^]*?)\$\$|\\\[([^]*?)\\\]/g;

/** What stands between `$$` or between `\[` and `\]`, outside code and comments. */
function displays(markdown: string): string[] {
  const prose = markdown.replace(fence, "\n").replace(unseen, " ");
  return [...prose.matchAll(display)].map(([, dollars, brackets]) => dollars ?? brackets);
}
