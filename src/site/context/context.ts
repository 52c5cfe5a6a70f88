import type { FormulaStyles } from "../maths/formulaStyle.js";
import { type Markdown, createMarkdown } from "../prose/markdown.js";
import { type Maths, createMaths } from "../maths/maths.js";
import type { DerivationJSON } from "../../record/index.js";
import type { InventoryItem, Places, Problem, Verify } from "../types.js";
import { slugOf } from "../html/escape.js";
import { ruleAnchors } from "./ruleAnchors.js";
import type { LinkTo } from "../settings/destinations.js";
import type { Picture } from "../pictures/picture.js";

/** What the pieces of one chapter share while it is read. */
export interface Context {
  slug: string;
  maths: Maths;
  markdown: Markdown;
  inventory: InventoryItem[];
  places: Map<string, Places>;
  picture: Picture;
  link: LinkTo;
  language: string;
  /** Whether a figure of the page can be opened with plotly.js. */
  interactive: boolean;
  verify: Verify;
  /** The derivations of the cells that have been read, as they were found. */
  found: DerivationJSON[];
  /** Problems carry the cell that is being read. */
  cell: string;
  warn(text: string): void;
  unchecked(text: string): void;
  fail(text: string): void;
  fault(text: string): void;
  /** An anchor that is still free on the page. */
  anchor(wanted: string): string;
  /** The next number of a kind of thing, from 1. */
  next(kind: string): number;
}

export interface ContextOptions {
  slug: string;
  language: string;
  inventory: InventoryItem[];
  places: Map<string, Places>;
  picture: Picture;
  link: LinkTo;
  verify: Verify;
  problems: Problem[];
  /** Where the looks of the formulas are gathered, for the whole site. */
  styles: FormulaStyles;
}

/** Anchors that the frame of every page takes, and the rules of its steps. */
const taken = ["text", "status", "contents-head", "top", ...ruleAnchors];

export function createContext(options: ContextOptions): Context {
  const { slug, problems, language, inventory, places, picture, link, verify } = options;
  // Each name with the last number that it was given, from which the search for a free one goes on.
  const anchors = new Map(taken.map((name) => [name, 1]));
  const counters = new Map<string, number>();
  const report = (kind: Problem["kind"], text: string) => {
    const where = context.cell ? `${slug}, ${context.cell}` : slug;
    problems.push({ kind, where, text });
  };
  const maths = createMaths(options.styles, (text) => report("warning", text));
  const context: Context = {
    slug,
    language,
    inventory,
    places,
    picture,
    link,
    maths,
    markdown: createMarkdown(maths, (text) => report("warning", text), link),
    interactive: false,
    verify,
    found: [],
    cell: "",
    warn: (text) => report("warning", text),
    unchecked: (text) => report("unchecked", text),
    fail: (text) => report("failure", text),
    fault: (text) => report("fault", text),
    anchor: (wanted) => {
      const base = /^[\w.-]+$/.test(wanted) ? wanted : slugOf(wanted);
      let count = anchors.get(base) ?? 0;
      let free = base;
      while (anchors.has(free)) free = `${base}-${++count}`;
      anchors.set(base, count).set(free, 1);
      return free;
    },
    next: (kind) => {
      const count = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, count);
      return count;
    },
  };
  return context;
}
