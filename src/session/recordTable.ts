import { valueText } from "./valueText.js";

/** Rows and columns of a table that are shown; the rest is counted. */
const mostRows = 100;
const mostColumns = 30;

/** An HTML table of a list of plain records; undefined for any other value. */
export function recordTable(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return undefined;
  const rows = value.slice(0, mostRows);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, mostColumns);
  if (!columns.length) return undefined;
  const head = columns.map((name) => `<th>${escaped(name)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = columns.map((name) => `<td>${escaped(cellText(row[name]))}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  const more = value.length - rows.length;
  const caption = more > 0 ? `<caption>and ${more} more rows</caption>` : "";
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function cellText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? valueText(value) : valueText(value).replace(/\s+/g, " ");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
