import { checkInteger, checkKeys, refuseKind, refuseValue } from "../../num/check.js";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../num/display.js";
import { type Cell, cellOf } from "./tableCell.js";
import { tableHtml, tableMarkdown, tablePlain } from "./tableText.js";

/** How a table is headed and how its numbers are written. */
export interface TableOptions {
  /** One sentence above the table; `<i>`, `<sub>`, `<sup>` are understood here and in heads. */
  caption?: string;
  /** Keys in their order, or keys with their heads: `{ N: "N", ratio: "Ratio" }`. */
  columns?: readonly string[] | Readonly<Record<string, string>>;
  /** Digits after the point, for all columns or by key; without it six significant digits. */
  digits?: number | Readonly<Record<string, number>>;
}

/** A table that shows itself. */
export interface Table extends Displayable {
  readonly caption: string;
  /** Heads of the columns. */
  readonly heads: readonly string[];
  /** Cells as they are written. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * A table from records, one row each; numbers stand flush right.
 *
 * @param rows records with the same keys, or lists of cells with `columns` as their heads
 * @throws TypeError or RangeError that names the row or the column which does not fit
 */
export function table(
  rows: readonly (Readonly<Record<string, unknown>> | readonly unknown[])[],
  options: TableOptions = {},
): Table {
  checkKeys("table", "options", options, ["caption", "columns", "digits"]);
  if (!Array.isArray(rows)) refuseKind("table", "rows", "be an array of records or of lists", rows);
  if (!rows.length) refuseValue("table", "rows", "have at least one row", []);
  const { caption = "", columns, digits } = options;
  if (typeof caption !== "string") refuseKind("table", "caption", "be a string", caption);
  const keys = columnKeys(rows, columns);
  const heads = keys.map((key) =>
    columns && !Array.isArray(columns) ? (columns as Record<string, string>)[key] : key,
  );
  const cells = rows.map((row, r) =>
    keys.map((key, c): Cell => {
      const value = Array.isArray(row) ? row[c] : (row as Record<string, unknown>)[key];
      if (value === undefined) refuseKind("table", `rows[${r}].${key}`, "be given", value);
      return cellOf(value, digitsOf(digits, key));
    }),
  );
  const parts = { caption, heads, cells };
  const text = tablePlain(parts);
  return {
    caption,
    heads,
    rows: cells.map((row) => row.map((cell) => cell.text)),
    [jupyterDisplay](): MimeBundle {
      return {
        "text/html": tableHtml(parts),
        "text/markdown": tableMarkdown(parts),
        "text/plain": text,
      };
    },
    [Symbol.for("nodejs.util.inspect.custom")](): string {
      return text;
    },
  } as Table;
}

function columnKeys(
  rows: readonly (Readonly<Record<string, unknown>> | readonly unknown[])[],
  columns: TableOptions["columns"],
): string[] {
  const given = Array.isArray(columns) ? [...columns] : columns && Object.keys(columns);
  rows.forEach((row, r) => {
    if (typeof row !== "object" || row === null) {
      refuseKind("table", `rows[${r}]`, "be a record or a list", row);
    }
    if (Array.isArray(row) && !given) {
      refuseKind("table", "columns", "name the columns when rows are lists", columns);
    }
    if (Array.isArray(row) && row.length !== given?.length) {
      refuseValue("table", `rows[${r}]`, `have ${given?.length} cells`, row.length);
    }
  });
  const keys = given ?? Object.keys(rows[0]);
  if (!keys.length) refuseValue("table", "columns", "name at least one column", keys);
  return keys;
}

function digitsOf(digits: TableOptions["digits"], key: string): number | undefined {
  const one = typeof digits === "object" ? digits[key] : digits;
  return one === undefined ? undefined : checkInteger("table", "digits", one, { min: 0, max: 20 });
}

/** Rows that are read as a table without being asked for; a longer list is data, and shown folded. */
const mostRecords = 200;

/** Whether a value is a list of plain records with the same keys, which reads best as a table. */
export function isRecords(value: unknown): value is Record<string, unknown>[] {
  if (!Array.isArray(value) || !value.length || value.length > mostRecords) return false;
  const keys = (one: unknown): string | undefined =>
    typeof one === "object" && one !== null && Object.getPrototypeOf(one) === Object.prototype
      ? Object.keys(one).join("\u0000")
      : undefined;
  const first = keys(value[0]);
  if (!first) return false;
  return value.every(
    (row) => keys(row) === first && Object.values(row as object).every((cell) => isShort(cell)),
  );
}

function isShort(value: unknown): boolean {
  if (value === null || value === undefined) return value === null;
  return typeof value !== "object" || jupyterDisplay in value;
}
