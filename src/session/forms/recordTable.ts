import { valueText } from "./valueText.js";
import { isRecord } from "./probe.js";

/** Rows and columns of a table that are shown, some screens full; the rest is counted. */
export const mostRows = 100;
const mostColumns = 30;

/** Rows of a table within a table. */
const mostInnerRows = 10;

/** Characters of a value that stands in one line of its cell. */
const oneLine = 60;

/**
 * An HTML table of a list of plain records; undefined for any other value.
 *
 * @param total how many there are, where the list holds but the first
 */
export function recordTable(value: unknown, total?: number): string | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return undefined;
  return tableOf(value, { most: mostRows, total: total ?? value.length, nested: true });
}

function tableOf(
  records: Record<string, unknown>[],
  { most, total, nested }: { most: number; total: number; nested: boolean },
): string | undefined {
  const rows = records.slice(0, most);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, mostColumns);
  if (!columns.length) return undefined;
  const head = columns.map((name) => `<th>${escaped(name)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = columns.map((name) => `<td>${cellHtml(valueIn(row, name), nested)}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  const caption = captionOf(total - rows.length);
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function captionOf(more: number): string {
  return more > 0 ? `<caption>and ${more} more rows</caption>` : "";
}

/** What a record holds under a name; of a getter that throws, that it is one. */
function valueIn(row: Record<string, unknown>, name: string): unknown {
  try {
    return row[name];
  } catch {
    return getter;
  }
}

const getter = { [Symbol.for("nodejs.util.inspect.custom")]: () => "[Getter]" };

/** A value in its cell: in one line if it is short, else what it holds in a table of its own. */
function cellHtml(value: unknown, nested: boolean): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escaped(valueText(value));
  const text = valueText(value).replace(/\s+/g, " ");
  const inner = nested && text.length > oneLine ? innerTable(value) : undefined;
  return inner ?? escaped(text);
}

/** A list of records, a list of lists or a record as a table; undefined for any other value. */
function innerTable(value: unknown): string | undefined {
  const limits = { most: mostInnerRows, nested: false };
  if (isRecord(value)) {
    const rows = Object.keys(value).map((name) => [
      `<th>${escaped(name)}</th>`,
      valueIn(value, name),
    ]);
    return rowsOf(rows as [string, unknown][]);
  }
  if (!Array.isArray(value) || !value.length) return undefined;
  if (value.every(isRecord)) return tableOf(value, { ...limits, total: value.length });
  if (!value.every(Array.isArray)) return undefined;
  const rows = value
    .slice(0, mostInnerRows)
    .map((row: unknown[]) => ["", ...row.slice(0, mostColumns)]);
  return rowsOf(rows as [string, ...unknown[]][], value.length - rows.length);
}

/** Rows of which each begins with the markup of its head. */
function rowsOf(rows: [head: string, ...values: unknown[]][], more = 0): string {
  const body = rows.slice(0, mostColumns).map(([head, ...values]) => {
    const cells = values.map((value) => `<td>${cellHtml(value, false)}</td>`);
    return `<tr>${head}${cells.join("")}</tr>`;
  });
  return `<table>${captionOf(more)}<tbody>${body.join("")}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
