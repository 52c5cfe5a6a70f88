import { type DerivationJSON, isGrade } from "../../record/index.js";
import { type ItemGrade, latest, settledItems } from "../../show/derivations/settled.js";
import { counted, escapeHtml } from "../html/escape.js";
import { gradeLabel, tallyWords } from "./grades.js";
import { type Html, joinHtml, markup } from "../html/html.js";

/**
 * The items that derivations settle, as a table of what was found; undefined if the stored value is no summary.
 *
 * @param found the derivations up to the summary, as they were graded again
 * @returns the table, and where the stored summary says otherwise
 */
export function summaryBlock(
  value: unknown,
  found: DerivationJSON[],
): { html: Html; problem?: string } | undefined {
  const stored = (value as { items?: unknown } | null)?.items;
  if (!Array.isArray(stored) || !stored.length || !stored.every(isRow)) return undefined;
  const items = settledItems(latest(found));
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
  const html = joinHtml([
    markup`<p>${escapeHtml(words)}. All chapters stand together on the page of <a href="items.html">items</a>.</p>`,
    markup`<div class="table standing"><table><thead><tr><th scope="col">Item</th><th scope="col">Derivation</th><th scope="col">Found</th></tr></thead>`,
    markup`<tbody>${rows}</tbody></table></div>`,
  ]);
  return { html, problem: problemOf(stored, items) };
}

type Row = Pick<ItemGrade, "number" | "grade" | "corrected" | "places">;

function problemOf(stored: Row[], found: Row[]): string | undefined {
  const odd = [...stored, ...found].find((row) => wordsOf(row, stored) !== wordsOf(row, found));
  if (!odd) return undefined;
  const [said, is] = [wordsOf(odd, stored), wordsOf(odd, found)];
  return `its summary: item ${odd.number} is stored as ${said}, found ${is}`;
}

function wordsOf({ number }: Row, rows: Row[]): string {
  const { grade, corrected } = rows.find((row) => row.number === number) ?? {};
  return `${grade ?? "nothing"}${corrected ? `, corrected ${corrected}` : ""}`;
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
