import { type Display, displays } from "./displays.js";
import type { Notebook } from "../format/types.js";

/** An id of an equation in a `\tag{…}`, `conv.cost-ratio`; any other tag is a number for the reader. */
export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/;

/** A display formula with what stands in its `\tag{…}`. */
export interface TaggedEquation {
  tag: string;
  /** The formula without its tag. */
  tex: string;
  /** The number of its cell among all of them, from 1. */
  cell: number;
  /** Tags of the same display beside the first. */
  others: string[];
  /** Why nothing may be shown of it: its tag stands where not every program shows it, or is one of several. */
  fault?: string;
  /** Whether it stands in a list, a quotation, a heading or a table, where a page has no place for a badge. */
  nested?: true;
}

/** A display formula without its tags, the id that the first of them holds, and the others. */
export interface Untagged {
  tex: string;
  tag?: string;
  others: string[];
}

/** Takes each `\tag{…}` out of a display formula; the tag is the equation's id. */
export function takeTag(tex: string): Untagged {
  const tags: string[] = [];
  const rest = tex.replace(/\\tag\*?\s*\{([^{}]*)\}/g, (_, inner: string) => {
    if (inner.trim()) tags.push(inner.trim());
    return "";
  });
  const [tag, ...others] = tags;
  return { tex: rest.replace(/\\label\s*\{[^{}]*\}/g, "").trim(), tag, others };
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

/** What is wrong with the tags of a display; undefined if nothing is. */
function tagFault(display: string, { tag, others }: Untagged): string | undefined {
  if (others.length) {
    const all = [tag, ...others].map((one) => `\\tag{${one}}`).join(" and ");
    return `its display has ${all}, and a display has one tag: LaTeX and JupyterLab show an error; write a display for each equation`;
  }
  const within = tagWithin(display);
  return (
    within &&
    `its tag stands within ${within}, where JupyterLab shows an error; write \\tag{…} behind \\end{${within}}`
  );
}

/** What begins a line in a list, a quotation, a heading, a table, HTML or code. */
const nesting = /^(?: {4}|\t)|^ {0,3}(?:[-+*>#|<]|\d{1,9}[.)])/;
const longestMark = 16; // characters: more than the longest that the pattern needs

/**
 * Tells of one display after the other, in their order, whether it stands in something else than a paragraph, by the line
 * on which it begins. A bar before it makes a table. Nothing is read twice, however long a line.
 */
function nestings(markdown: string): (display: Display) => boolean {
  let [line, read, hasBar] = [0, 0, false];
  return ({ begin }) => {
    const newline = markdown.slice(read, begin).lastIndexOf("\n");
    if (newline >= 0) {
      line = read + newline + 1;
      hasBar = false;
    }
    hasBar ||= markdown.slice(Math.max(line, read), begin).includes("|");
    read = begin;
    return hasBar || nesting.test(markdown.slice(line, Math.min(begin, line + longestMark)));
  };
}

/**
 * Markdown with its tagged displays and its bare environments on lines of their own and the latter between dollars, as
 * JupyterLab sets what stands in a paragraph.
 */
export function withOwnLines(markdown: string): string {
  let [text, from] = ["", 0];
  const isNested = nestings(markdown);
  for (const display of displays(markdown)) {
    const nested = isNested(display);
    const { bare, begin, end } = display;
    if (!bare && (nested || takeTag(display.tex).tag === undefined)) continue;
    const formula = bare ? `$$${display.tex.trim()}$$` : markdown.slice(begin, end);
    text += markdown.slice(from, begin) + (nested ? formula : `\n\n${formula}\n\n`);
    from = end;
  }
  return text + markdown.slice(from);
}

/** The tagged displays of a notebook's Markdown, in their order. */
export function taggedEquations({ cells }: Notebook): TaggedEquation[] {
  return cells.flatMap((cell, i) => {
    if (cell.cell_type !== "markdown") return [];
    // Markdown knows one line end; a comment of TeX would go on over another.
    const source = cell.source.replace(/\r\n?/g, "\n");
    const isNested = nestings(source);
    return displays(source).flatMap((display): TaggedEquation[] => {
      const nested = isNested(display);
      const untagged = takeTag(display.tex);
      const { tag, tex, others } = untagged;
      if (tag === undefined) return [];
      const fault = tagFault(display.tex, untagged);
      return [
        { tag, tex, cell: i + 1, others, ...(fault && { fault }), ...(nested && { nested }) },
      ];
    });
  });
}
