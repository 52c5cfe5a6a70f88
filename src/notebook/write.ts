import { isJsonType } from "./read.js";
import type { Cell, Notebook, Output } from "./types.js";

/** The text of an .ipynb file as Jupyter writes it: keys sorted, one space of indent, sources as lines. */
export function writeNotebook(notebook: Notebook): string {
  const raw = { ...notebook, cells: notebook.cells.map(splitCell) };
  return `${JSON.stringify(sorted(raw), null, 1)}\n`;
}

function splitCell(cell: Cell): unknown {
  const source = lines(cell.source);
  if (cell.cell_type !== "code") return { ...cell, source };
  return { ...cell, source, outputs: cell.outputs.map(splitOutput) };
}

function splitOutput(output: Output): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    typeof value === "string" && !isJsonType(type) ? lines(value) : value,
  ]);
  return { ...output, data: Object.fromEntries(data) };
}

/** Splits after each line feed, as Python's splitlines(True) does for the text that notebooks hold. */
function lines(text: string): string[] {
  return text === "" ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
