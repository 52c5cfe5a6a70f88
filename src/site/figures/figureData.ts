import { escapeHtml } from "../html/escape.js";
import type { Plot } from "./plot.js";
import { type Html, joinHtml, markup } from "../html/html.js";

/** Rows of a trace: what fits a screen; the curve between is in the picture. */
const most = 24;

/** The data of a figure as tables, one for each trace; long ones are thinned, and say so. */
export function figureTables({ data }: Plot): Html {
  return joinHtml(
    data.map((trace, i) => {
      const name = typeof trace.name === "string" && trace.name ? trace.name : `Series ${i + 1}`;
      const z = matrix(trace.z);
      return z ? gridTable(name, trace, z) : pointTable(name, trace);
    }),
  );
}

function pointTable(name: string, trace: Record<string, unknown>): Html {
  const y = list(trace.y);
  const x = list(trace.x) ?? y?.map((_, i) => i);
  if (!x || !y || x.length === 0) return "";
  const rows = sample(Math.min(x.length, y.length)).map((i) => [cell(x[i]), cell(y[i])]);
  return table(caption(name, rows.length, x.length, "points"), ["x", "y"], rows);
}

function gridTable(name: string, trace: Record<string, unknown>, z: unknown[][]): Html {
  const across = sample(z[0]?.length ?? 0, 6);
  const down = sample(z.length, 10);
  const x = list(trace.x);
  const y = list(trace.y);
  const rows = down.map((j) => [cell(y?.[j] ?? j), ...across.map((i) => cell(z[j][i]))]);
  const text = caption(name, down.length * across.length, z.length * (z[0]?.length ?? 0), "values");
  return table(text, ["y \\ x", ...across.map((i) => cell(x?.[i] ?? i))], rows);
}

function caption(name: string, shown: number, all: number, what: string): string {
  return shown < all ? `${name}: ${shown} of ${all} ${what}` : name;
}

function table(text: string, head: string[], rows: string[][]): Html {
  const heads = head.map((one) => markup`<th scope="col">${escapeHtml(one)}</th>`);
  const body = rows.map(
    ([first, ...rest]) =>
      markup`<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((one) => markup`<td>${escapeHtml(one)}</td>`)}</tr>`,
  );
  return markup`<div class="table"><table><caption>${escapeHtml(text)}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** At most `limit` places out of `length`, evenly spread, the first and the last among them. */
function sample(length: number, limit = most): number[] {
  if (length <= limit) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: limit }, (_, i) => Math.round((i * (length - 1)) / (limit - 1)));
}

function list(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function matrix(value: unknown): unknown[][] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(Array.isArray) ? value : undefined;
}

function cell(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return JSON.stringify(value ?? "");
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value).replace("-", "−");
  return String(Number(value.toPrecision(5))).replace("-", "−");
}
