import { createHash } from "node:crypto";
import type { Notebook } from "../../notebook/index.js";
import { chapterClaims } from "../claims/claims.js";
import { type Context, type ContextOptions, createContext } from "../context/context.js";
import { createReader } from "./chapterReader.js";
import { escapeHtml, textOf } from "../html/escape.js";
import { joinHtml } from "../html/html.js";
import { standingsOf } from "../claims/standings.js";
import type { Chapter, Doubt } from "../types.js";

/** What reading a notebook needs besides the notebook. */
export interface ChapterOptions extends Omit<ContextOptions, "language"> {
  /** The notebook's path below the project's root, and its text. */
  source: string;
  text: string;
  doubt?: Doubt;
}

/** Reads a notebook with its stored outputs into what its page shows. */
export function readChapter(notebook: Notebook, options: ChapterOptions): Chapter {
  const items = options.inventory.filter((item) => item.notebook === options.slug);
  const language = languageOf(notebook);
  const context = createContext({
    ...options,
    inventory: items.length ? options.inventory : [],
    language,
  });
  const standings = standingsOf(notebook, options.verify);
  const reader = createReader(context, standings);
  notebook.cells.forEach((cell, i) => {
    context.cell = `cell ${i + 1}`;
    reader.read(cell);
  });
  context.cell = "";
  reportStripped(notebook, context);
  standings.report(context);
  const { title, lead, sections, equations, placed, opening } = reader;
  const number = /^(\d+)[-_ ]/.exec(options.slug)?.[1];
  const titleText = textOf(title).trim() || nameFromSlug(options.slug);
  return {
    slug: options.slug,
    source: options.source,
    number: number === undefined ? undefined : Number(number),
    title: title || escapeHtml(titleText),
    titleText,
    lead,
    leadText: textOf(lead).replace(/\s+/g, " ").trim(),
    doubt: options.doubt,
    opening: joinHtml(opening),
    sections: sections.filter(({ title: heading, blocks }) => heading || blocks.length),
    equations,
    derivations: placed,
    evidence: standings.evidence(options.source),
    claims: chapterClaims(items, placed, equations),
    interactive: context.interactive,
    hash: createHash("sha256").update(options.text).digest("hex"),
  };
}

function languageOf({ metadata }: Notebook): string {
  const info = metadata.language_info as { name?: string } | undefined;
  const spec = metadata.kernelspec as { language?: string } | undefined;
  return (info?.name ?? spec?.language ?? "typescript").toLowerCase();
}

/** `Part two` for `02-part_two`. */
export function nameFromSlug(slug: string): string {
  const words =
    slug
      .replace(/^\d+[-_ ]+/, "")
      .replace(/[-_]+/g, " ")
      .trim() || slug;
  return words[0].toUpperCase() + words.slice(1);
}

/** Cells that a message names: the first ones tell where to look. */
const mostNamed = 5;

/** A page of a notebook whose outputs are gone would show claims without their evidence. */
function reportStripped({ cells }: Notebook, context: Context): void {
  const missing = cells.flatMap((cell, i) =>
    cell.cell_type === "code" &&
    cell.source.trim() &&
    cell.execution_count === null &&
    !cell.outputs.length
      ? [i + 1]
      : [],
  );
  if (!missing.length) return;
  const which =
    missing.length > mostNamed ? `${missing.slice(0, mostNamed).join(", ")} …` : missing.join(", ");
  const cellsWord = missing.length === 1 ? "cell" : "cells";
  context.fail(`${cellsWord} ${which}: no stored output; run \`rederive run\` first`);
}
