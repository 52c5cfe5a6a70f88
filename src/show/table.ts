import {
  type Displayable,
  jupyterDisplay,
  type MimeBundle,
  Rational,
  refuseKind,
} from "../num/index.js";
import { escapeHtml } from "./html.js";

export interface TableOptions {
  caption?: string;
  /** Keys of the records in the order in which they are shown; all of the first record by default. */
  columns?: string[];
  /** Decimal places of numbers that are no integers; 4 by default. */
  digits?: number;
}

/** Rows of records, shown with a caption and a head. */
class Table implements Displayable {
  constructor(
    private readonly head: string[],
    private readonly rows: { text: string; numeric: boolean }[][],
    private readonly caption: string,
  ) {}

  [jupyterDisplay](): MimeBundle {
    return { "text/html": this.html(), "text/plain": this.plain() };
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.plain();
  }

  private html(): string {
    const cell = ({ text, numeric }: { text: string; numeric: boolean }) =>
      `<td${numeric ? ' align="right" class="number"' : ""}>${escapeHtml(text)}</td>`;
    const caption = this.caption ? `<caption>${escapeHtml(this.caption)}</caption>` : "";
    const head = this.head.map((name, i) => {
      const numeric = this.rows.every((row) => row[i].numeric);
      return `<th scope="col"${numeric ? ' align="right" class="number"' : ""}>${escapeHtml(name)}</th>`;
    });
    const body = this.rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
    return `<table>${caption}<thead><tr>${head.join("")}</tr></thead>\n<tbody>\n${body}\n</tbody></table>`;
  }

  private plain(): string {
    const lines = [this.head.map((text) => ({ text, numeric: false })), ...this.rows];
    const widths = this.head.map((_, i) => Math.max(...lines.map((row) => row[i].text.length)));
    const text = lines.map((row, at) =>
      row
        .map((cell, i) => {
          const right = at === 0 ? this.rows.every((other) => other[i].numeric) : cell.numeric;
          return right ? cell.text.padStart(widths[i]) : cell.text.padEnd(widths[i]);
        })
        .join("  ")
        .trimEnd(),
    );
    return [...(this.caption ? [this.caption] : []), ...text].join("\n");
  }
}

/**
 * A table of records: one row each, numbers right-aligned.
 *
 * @throws TypeError if rows is no array of records, or a column is not in them
 */
export function table(rows: Record<string, unknown>[], options: TableOptions = {}): Displayable {
  if (
    !Array.isArray(rows) ||
    rows.length === 0 ||
    rows.some((row) => typeof row !== "object" || row === null)
  ) {
    return refuseKind("table", "rows", "be a non-empty array of records", rows);
  }
  const columns = options.columns ?? Object.keys(rows[0]);
  for (const column of columns) {
    if (!rows.some((row) => column in row))
      refuseKind("table", "columns", "name keys of the rows", column);
  }
  const digits = options.digits ?? 4;
  return new Table(
    columns,
    rows.map((row) => columns.map((column) => cellOf(row[column], digits))),
    options.caption ?? "",
  );
}

function cellOf(value: unknown, digits: number): { text: string; numeric: boolean } {
  if (typeof value === "number") return { text: numberText(value, digits), numeric: true };
  if (typeof value === "bigint" || value instanceof Rational)
    return { text: `${value}`, numeric: true };
  return { text: value === undefined ? "" : String(value), numeric: false };
}

/** Integers in groups of three, other numbers to so many places. */
export function numberText(value: number, digits: number): string {
  if (!Number.isInteger(value))
    return Math.abs(value) < 10 ** -digits ? value.toPrecision(3) : value.toFixed(digits);
  return `${value}`.replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
}
