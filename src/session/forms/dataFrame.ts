import type { MimeData } from "../../notebook/index.js";
import { valueText } from "./valueText.js";
import { type Probe, probe } from "./probe.js";
import { mostRows, recordTable } from "./recordTable.js";

/** The first rows of a data frame, and how many it has. */
interface Frame {
  rows: unknown;
  count: unknown;
}

/** Rows that stand in the plain text. */
const fewRows = 10;

/** How the libraries for data frames give their rows. */
const libraries: Record<string, (frame: Probe) => Promise<Frame | undefined>> = {
  async arquero(frame) {
    if (!frame.has("objects", "numRows")) return undefined;
    const rows = await frame.call("objects", { limit: mostRows });
    return { rows, count: await frame.call("numRows") };
  },
  async arrow(frame) {
    const count = frame.get("numRows");
    const fields = probe(frame.get("schema"))?.get("fields");
    if (!Array.isArray(fields) || typeof count !== "number" || !frame.has("get")) return undefined;
    const numbers = Array.from({ length: Math.min(count, mostRows) }, (_, i) => i);
    const rows = await Promise.all(numbers.map((i) => frame.call("get", i)));
    // A row is a proxy of Arrow's own.
    return { rows: rows.map((row) => (row as { toJSON(): unknown }).toJSON()), count };
  },
  async polars(frame) {
    if (!frame.has("head", "toRecords")) return undefined;
    const head = probe(await frame.call("head", mostRows));
    return { rows: await head?.call("toRecords"), count: frame.get("height") };
  },
  async danfo(frame) {
    const [columns, values, shape] = ["columns", "values", "shape"].map(frame.get);
    if (![columns, values, shape].every(Array.isArray)) return undefined;
    const named = (row: unknown) =>
      Object.fromEntries((columns as unknown[]).map((name, i) => [name, (row as unknown[])[i]]));
    const all = values as unknown[];
    return { rows: all.slice(0, mostRows).map(named), count: all.length };
  },
  async "data-forge"(frame) {
    if (!frame.has("head", "getColumnNames", "toArray", "count")) return undefined;
    const head = probe(await frame.call("head", mostRows));
    return { rows: await head?.call("toArray"), count: await frame.call("count") };
  },
};

/** A data frame as a table: the library's own where it writes one, else of its first rows. */
export async function frameForm(frame: Probe): Promise<MimeData | undefined> {
  const own = await frame.call("toHTML");
  for (const rowsOf of Object.values(libraries)) {
    const { rows, count } = (await rowsOf(frame).catch(() => undefined)) ?? {};
    if (!Array.isArray(rows)) continue;
    const total = typeof count === "number" ? count : rows.length;
    const more = total - Math.min(fewRows, rows.length);
    const text = valueText(rows.slice(0, fewRows)) + (more > 0 ? `\n… ${more} more rows` : "");
    const html = typeof own === "string" ? own : recordTable(rows, total);
    return { ...(html === undefined ? {} : { "text/html": html }), "text/plain": text };
  }
  return typeof own === "string" ? { "text/html": own } : undefined;
}
