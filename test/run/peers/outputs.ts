import { PNG } from "pngjs";
import * as assert from "uvu/assert";
import type { CodeCell, Notebook, Output } from "../../../src/notebook/index.js";

/** A cell of code, by its number among all cells, from 1. */
export const cellOf = (notebook: Notebook, number: number): CodeCell =>
  notebook.cells[number - 1] as CodeCell;

/** The first output of a cell, by the cell's number. */
export const outputOf = (notebook: Notebook, number: number, output = 1): Output =>
  cellOf(notebook, number).outputs[output - 1];

/** What an output holds under a media type. */
export function dataOf(output: Output): Record<string, unknown> {
  assert.ok("data" in output);
  return output.data;
}

/** What an output has printed. */
export function textOf(output: Output): string {
  assert.ok("text" in output);
  return output.text;
}

/** A picture of one colour, in base64, with a compression from 0 to 9: other bytes of the same pixels. */
export function png(colour: number, compression = 9): string {
  const picture = new PNG({ width: 8, height: 8 });
  for (let i = 0; i < picture.data.length; i += 4) picture.data.writeUInt32BE(colour, i);
  return PNG.sync.write(picture, { deflateLevel: compression }).toString("base64");
}
