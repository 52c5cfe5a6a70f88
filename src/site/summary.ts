import type { Grade } from "../derive/types.js";
import { counted, escapeHtml } from "./escape.js";
import { gradeLabel, isGrade, tallyWords } from "./grades.js";
import { type Html, joinHtml, markup } from "./html.js";

/** Media type of a summary of grades; written out, since site knows show's types and not its code. */
export const summaryMime = "application/vnd.rederive.summary+json";

interface Row {
  number: number;
  grade: Grade;
  corrected?: Grade;
  places: string[];
}

/** The items that a chapter settles, as a table; undefined if the stored value is none. */
export function summaryBlock(value: unknown): Html | undefined {
  const items = (value as { items?: unknown } | null)?.items;
  if (!Array.isArray(items) || !items.length || !items.every(isRow)) return undefined;
  const rows = items.map(({ number, grade, corrected, places }) => {
    const ids = places.map(
      (id) => markup`<a class="id" href="#${escapeHtml(id)}">${escapeHtml(id)}</a>`,
    );
    const after = corrected
      ? markup` as printed, ${gradeLabel(corrected, markup` as corrected`)}`
      : "";
    return markup`<tr><th scope="row">${number}</th><td>${joinHtml(ids, ", ")}</td><td>${gradeLabel(grade, after)}</td></tr>`;
  });
  const words = `${counted(items.length, "item")}: ${tallyWords(items.map(({ grade }) => grade))}`;
  return joinHtml([
    markup`<p>${escapeHtml(words)}. All chapters stand together on the page of <a href="items.html">items</a>.</p>`,
    markup`<div class="table standing"><table><thead><tr><th scope="col">Item</th><th scope="col">Derivation</th><th scope="col">Found</th></tr></thead>`,
    markup`<tbody>${rows}</tbody></table></div>`,
  ]);
}

function isRow(value: unknown): value is Row {
  const row = value as Partial<Row> | null;
  return (
    typeof row?.number === "number" &&
    isGrade(row.grade) &&
    (row.corrected === undefined || isGrade(row.corrected)) &&
    Array.isArray(row.places) &&
    row.places.every((id) => typeof id === "string")
  );
}
