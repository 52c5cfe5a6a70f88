import { type Cell, type CodeCell, type MarkdownCell, recordsOf } from "../../notebook/index.js";
import { codeBlock } from "./codeCell.js";
import type { Context } from "../context/context.js";
import { derivationBlock } from "../claims/derivation.js";
import { equationBlock } from "../claims/equation.js";
import { errataBlock } from "../claims/erratum.js";
import { escapeHtml, slugOf, textOf } from "../html/escape.js";
import { type Html, joinHtml, markup, vouchFor } from "../html/html.js";
import type { Piece } from "../prose/markdown.js";
import { decoded, type Found, storedPicture } from "../pictures/picture.js";
import { type Shown, showOutput } from "./outputs.js";
import type { Standings } from "../claims/standings.js";
import type { Equation, PlacedDerivation, Section } from "../types.js";

/** Takes in one cell after the other and keeps title, question, sections, equations and derivations. */
export function createReader(context: Context, standings: Standings) {
  const first: Section = { id: "", title: "", blocks: [] };
  const reader = {
    title: "" as Html,
    lead: "" as Html,
    opening: [] as Html[],
    sections: [first],
    equations: [] as Equation[],
    placed: [] as PlacedDerivation[],
    read,
  };
  const here = () => reader.sections[reader.sections.length - 1];
  const add = (block: Html) => block && here().blocks.push(block);

  function read(cell: Cell): void {
    if (cell.cell_type === "markdown") readMarkdown(cell);
    else if (cell.cell_type === "code") readCode(cell);
    else if (cell.source.trim()) add(markup`<pre class="raw">${escapeHtml(cell.source)}</pre>`);
  }

  function readMarkdown(cell: MarkdownCell): void {
    const picture = (source: string) =>
      source.startsWith("attachment:") ? attached(cell, source) : context.picture(source);
    for (const piece of context.markdown.pieces(cell.source, picture)) {
      if (piece.kind === "title" && !reader.title) reader.title = piece.html;
      else if (piece.kind === "title" || piece.kind === "heading") startSection(piece.html);
      else if (piece.kind === "equation") addEquation(piece.tex);
      else if (
        isQuestion(piece) &&
        reader.title &&
        !reader.lead &&
        !here().title &&
        !first.blocks.length
      )
        reader.lead = unwrapped(piece.html);
      else if (piece.kind === "prose") add(markup`<div class="prose">${piece.html}</div>`);
    }
  }

  function startSection(title: Html): void {
    reader.sections.push({ id: context.anchor(slugOf(textOf(title))), title, blocks: [] });
  }

  function addEquation(source: string): void {
    const { block, id, tex, finding } = equationBlock(source, context, standings.findingOf);
    add(block);
    const grade = finding?.kind === "agrees" ? finding.grade : undefined;
    if (id) reader.equations.push({ id, tex, grade, section: here().id });
  }

  function readCode(cell: CodeCell): void {
    for (const record of recordsOf(cell)) verifyRecord(record, context);
    const shown = cell.outputs.map((output) => showOutput(output, context));
    const results: Html[] = [];
    const blocks: Html[] = [];
    const opens = tagsOf(cell).includes("opening");
    for (const one of shown) {
      if (!one) continue;
      if (one.kind === "derivation") blocks.push(place(one));
      else if (one.kind === "figure" && opens) reader.opening.push(one.html);
      else if (one.kind === "result") results.push(one.html);
      else blocks.push(one.html);
    }
    const folded = shown.some((one) => one?.kind === "derivation" || one?.kind === "figure");
    add(codeBlock(cell, results, folded, context));
    for (const block of blocks) add(block);
  }

  function place({ derivation }: Extract<Shown, { kind: "derivation" }>): Html {
    const tagged = reader.equations.some(({ id }) => id === derivation.id);
    const anchor = context.anchor(tagged ? `${derivation.id}-derivation` : derivation.id);
    const withheld = standings.withheld(derivation.id);
    if (withheld) return derivationBlock(derivation, anchor, context, withheld);
    reader.placed.push({ derivation, section: here().id, anchor });
    return joinHtml([
      derivationBlock(derivation, anchor, context),
      errataBlock(derivation, context),
    ]);
  }

  return reader;
}

/** Takes in what is found of a stored record, and says where that is not what is stored. */
function verifyRecord(record: unknown, context: Context): void {
  const { id, derivation, problems, ended } = context.verify(record);
  if (derivation) context.found.push(derivation);
  const name = id || "a derivation";
  if (derivation && problems.length) {
    context.fail(`${name}: what is stored is not what its texts give: ${problems.join("; ")}`);
  } else if (problems.length) {
    const text = `${name}: not checked: ${problems.join("; ")}`;
    if (ended) context.fault(text);
    else context.fail(text);
  }
}

function isQuestion(piece: Piece): piece is Extract<Piece, { kind: "prose" }> {
  return piece.kind === "prose" && piece.single;
}

function tagsOf(cell: Cell): string[] {
  return Array.isArray(cell.metadata.tags) ? (cell.metadata.tags as string[]) : [];
}

function unwrapped(paragraph: Html): Html {
  const inner = paragraph.replace(/^<p>([\s\S]*)<\/p>$/, "$1");
  return vouchFor(inner.replace(/^<em>([^<]*)<\/em>$/, "$1"));
}

/** A picture that travels in the cell itself. */
function attached({ attachments }: MarkdownCell, source: string): Found {
  const name = decoded(source.slice("attachment:".length));
  const bundle = attachments && Object.hasOwn(attachments, name) ? attachments[name] : {};
  const [type, data] = Object.entries(bundle)[0] ?? [];
  return type ? storedPicture(type, String(data)) : { refused: "the cell has no such attachment" };
}
