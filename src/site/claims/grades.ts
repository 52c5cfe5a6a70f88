import { type Grade, grades, gradeText, tallyOf } from "../../record/index.js";
import { escapeHtml } from "../html/escape.js";
import { type Html, markup } from "../html/html.js";

const meanings: Record<Grade, string> = {
  proved: "Both sides are equal wherever they are defined, and every condition is met.",
  "proved-if": "Equal under conditions that are listed and still open.",
  tested: "Not proved. It held at every point tried; the points and the bound are listed.",
  refuted: "False, with a point at which it fails.",
  unknown: "Neither proved nor refuted; the part that stopped the check is named.",
  assumed: "A definition or a hypothesis, or what says one of them again. Nothing was derived.",
};

const frame = markup`<path fill="none" stroke="currentColor" stroke-width="1.6" d="M.8.8h12.4v12.4H.8z`;
const shapes: Record<Grade, Html> = {
  proved: markup`<path fill="currentColor" d="M0 0h14v14H0z"/>`,
  "proved-if": markup`<path fill="currentColor" d="M0 0v14h14z"/>${frame}"/>`,
  tested: markup`${frame}"/><path fill="currentColor" d="M3.4 3.4H6V6H3.4zM8 3.4h2.6V6H8zM3.4 8H6v2.6H3.4zM8 8h2.6v2.6H8z"/>`,
  refuted: markup`${frame}M1 1l12 12M13 1L1 13"/>`,
  unknown: markup`${frame}" stroke-dasharray="2.6 1.8"/>`,
  assumed: markup`${frame}"/>`,
};

/** The six shapes, drawn once and used by reference. */
export const gradeSymbols = markup`<svg class="symbols" width="0" height="0" aria-hidden="true">${grades.map(
  (grade) =>
    markup`<symbol id="g-${escapeHtml(grade)}" viewBox="0 0 14 14">${shapes[grade]}</symbol>`,
)}</svg>`;

/** The shape alone; it always stands beside its word. */
export function mark(grade: Grade, inks: Html = ""): Html {
  return markup`<svg class="g${inks}" viewBox="0 0 14 14" aria-hidden="true"><use href="#g-${escapeHtml(grade)}"/></svg>`;
}

/** Mark and word; `after` completes the word, already as HTML. */
export function gradeLabel(grade: Grade, after: Html = ""): Html {
  return markup`<span class="grade ${escapeHtml(grade)}">${mark(grade)}<span>${escapeHtml(gradeText(grade))}${after}</span></span>`;
}

/** The word alone, where the mark stands beside it already; `after` completes it. */
export function gradeWord(grade: Grade, after: Html = ""): Html {
  return markup`<span class="grade ${escapeHtml(grade)}"><span>${escapeHtml(gradeText(grade))}${after}</span></span>`;
}

/** What stands in place of a grade where none is shown. */
export function notChecked(why: string): Html {
  return markup`<span class="ungraded">${escapeHtml(why)}</span>`;
}

/** `4 proved, 1 assumed`: the counts in words. */
export function tallyWords(list: Grade[]): string {
  return tallyOf(list)
    .map(({ grade, count }) => `${count}\u00a0${gradeText(grade).replace(" ", "\u00a0")}`)
    .join(", ");
}

/** One square for each claim, in lines of sixteen; decoration unless it gets a label. */
export function tallyRow(list: Grade[], options: { labelled?: boolean; size?: number } = {}): Html {
  const { labelled = false, size = 13 } = options;
  const sorted = grades.flatMap((grade) => list.filter((one) => one === grade));
  if (sorted.length === 0) return "";
  const columns = Math.min(16, sorted.length);
  const rows = Math.ceil(sorted.length / 16);
  const [width, height] = [columns * 18 - 4, rows * 18 - 4];
  const groups = grades.map((grade) => {
    const uses = sorted.map((one, i) =>
      one === grade
        ? markup`<use href="#g-${escapeHtml(grade)}" x="${(i % 16) * 18}" y="${Math.floor(i / 16) * 18}" width="14" height="14"/>`
        : "",
    );
    return uses.some(Boolean) ? markup`<g class="${escapeHtml(grade)}">${uses}</g>` : "";
  });
  const named = labelled
    ? markup`role="img" aria-label="${escapeHtml(tallyWords(list))}"`
    : markup`aria-hidden="true"`;
  const scale = size / 14;
  return markup`<svg class="row" viewBox="0 0 ${width} ${height}" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" ${named}>${groups}</svg>`;
}

/** The fold that explains the marks. */
export function gradeKey(): Html {
  const entries = grades.map(
    (grade) =>
      markup`<div><dt>${gradeLabel(grade)}</dt><dd>${escapeHtml(meanings[grade])}</dd></div>`,
  );
  return markup`<details class="key"><summary>How to read the marks</summary><dl>${entries}</dl></details>`;
}
