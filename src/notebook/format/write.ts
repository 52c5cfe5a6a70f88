import { numberAsRead } from "./parseJson.js";
import type { Cell, MimeData, Notebook, Output } from "./types.js";

/** The text of an .ipynb file as Jupyter writes it: keys sorted, one space of indent, texts as lists of lines. */
export function writeNotebook(notebook: Notebook): string {
  const raw = { ...notebook, cells: notebook.cells.map(splitCell) };
  return `${json(raw, "\n")}\n`;
}

function splitCell(cell: Cell): unknown {
  const split = { ...cell, source: lines(cell.source) };
  if (cell.cell_type === "code") return { ...split, outputs: cell.outputs.map(splitOutput) };
  if (cell.cell_type === "raw" || !cell.attachments) return split;
  const attachments = Object.entries(cell.attachments).map(([name, data]) => [
    name,
    splitData(data),
  ]);
  return { ...split, attachments: Object.fromEntries(attachments) };
}

function splitOutput(output: Output): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  return output.output_type === "error" ? output : { ...output, data: splitData(output.data) };
}

/**
 * Which media types are stored as lines; other texts, base64 above all, stay whole.
 *
 * @source jupyter/nbformat, `v4/rwbase.py`, `_split_mimebundle`
 */
function splitData(data: MimeData): MimeData {
  const inLines = /^(?:text\/.*|application\/javascript|image\/svg\+xml)$/;
  const entries = Object.entries(data).map(([type, content]) => [
    type,
    typeof content === "string" && inLines.test(type) ? lines(content) : content,
  ]);
  return Object.fromEntries(entries) as MimeData;
}

/** Splits after each line's end, by the characters that Python's `splitlines` knows. */
function lines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\r\n|[\n\v\f\x1c-\x1e\x85\u2028\u2029]|\r(?!\n))/);
}

/** JSON with sorted keys: an object of JavaScript would put keys that look like integers first. */
function json(value: unknown, newline: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${newline} `;
  const entry = (key: string, content: unknown) =>
    (typeof content === "number" && numberAsRead(value, key, content)) || json(content, inner);
  if (Array.isArray(value)) {
    const items = value.map((item, i) => entry(String(i), item));
    return items.length ? `[${inner}${items.join(`,${inner}`)}${newline}]` : "[]";
  }
  const entries = Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, content]) => `${JSON.stringify(key)}: ${entry(key, content)}`);
  return entries.length ? `{${inner}${entries.join(`,${inner}`)}${newline}}` : "{}";
}
