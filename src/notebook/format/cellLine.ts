import { beginOf, parseJson } from "./parseJson.js";

/**
 * The line of an .ipynb file on which a cell begins, from 1; undefined if there is no such cell.
 *
 * @param text the file's content
 * @param cell the cell's number among all of them, from 1
 */
export function cellLine(text: string, cell: number): number | undefined {
  const json = text.replace(/^\uFEFF/, "");
  const { cells } = parseJson(json) as { cells?: object[] };
  const begin = cells?.[cell - 1] && beginOf(cells[cell - 1]);
  return begin === undefined ? undefined : json.slice(0, begin).split("\n").length;
}
