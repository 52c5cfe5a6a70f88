import { escapeXml, plainWords, richLines } from "../richText.js";
import type { Cell } from "./tableCell.js";

/** A table's parts, ready to be written. */
export interface TableParts {
  caption: string;
  heads: readonly string[];
  cells: readonly (readonly Cell[])[];
}

/** The table in plain text: columns aligned, a rule below the heads. */
export function tablePlain({ caption, heads, cells }: TableParts): string {
  const words = heads.map(plainWords);
  const widths = words.map((head, c) =>
    Math.max(length(head), ...cells.map((row) => length(row[c].text))),
  );
  const right = words.map((_, c) => isRight(cells, c));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, c) => {
        const gap = " ".repeat(widths[c] - length(text));
        return right[c] ? gap + text : text + gap;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const body = cells.map((row) => line(row.map(({ text }) => text)));
  return [...(caption ? [plainWords(caption)] : []), line(words), rule, ...body].join("\n");
}

/** The table in HTML; alignment is the one style that every notebook's sanitiser keeps. */
export function tableHtml({ caption, heads, cells }: TableParts): string {
  const side = (c: number) =>
    isRight(cells, c) ? ' class="number" style="text-align:right"' : ' style="text-align:left"';
  const head = heads.map((one, c) => `<th scope="col"${side(c)}>${richHtml(one)}</th>`).join("");
  const body = cells
    .map((row) => {
      const [first, ...rest] = row.map(({ text, numeric }) =>
        numeric ? grouped(text) : escapeXml(text),
      );
      const tail = rest.map((text, c) => `<td${side(c + 1)}>${text}</td>`).join("");
      return `<tr><th scope="row"${side(0)}>${first}</th>${tail}</tr>`;
    })
    .join("\n");
  const title = caption ? `<caption>${richHtml(caption)}</caption>\n` : "";
  return `<table>\n${title}<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

/** The table in Markdown, for readers that show no HTML. */
export function tableMarkdown({ caption, heads, cells }: TableParts): string {
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text) => text.replace(/[\\|*_`<$]/g, "\\$&")).join(" | ")} |`;
  const rule = `| ${heads.map((_, c) => (isRight(cells, c) ? "---:" : "---")).join(" | ")} |`;
  const rows = cells.map((row) => line(row.map(({ text }) => text)));
  const title = caption ? [plainWords(caption), ""] : [];
  return [...title, line(heads.map(plainWords)), rule, ...rows].join("\n");
}

/** Rich text as HTML: italics, subscripts, superscripts, line breaks, and nothing else. */
function richHtml(source: string): string {
  return richLines(source)
    .map((line) =>
      line
        .map(({ text, italic, shift }) => {
          const words = italic ? `<i>${escapeXml(text)}</i>` : escapeXml(text);
          return shift === 0 ? words : shift > 0 ? `<sup>${words}</sup>` : `<sub>${words}</sub>`;
        })
        .join(""),
    )
    .join("<br>");
}

function isRight(cells: TableParts["cells"], column: number): boolean {
  return cells.every((row) => row[column].numeric || row[column].text === "");
}

/** A minus sign, and a narrow space between the thousands of a whole number of five digits or more. */
function grouped(text: string): string {
  const spaced = /^-?\d{5,}$/.test(text) ? thousands(text) : text;
  return escapeXml(spaced.replace(/^-/, "−").replace(/e-/, "e−"));
}

function thousands(digits: string): string {
  const [sign, all] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
  const first = all.length % 3 || 3;
  return sign + [all.slice(0, first), ...(all.slice(first).match(/\d{3}/g) ?? [])].join("\u202f");
}

/** Characters as a reader counts them. */
function length(text: string): number {
  return [...text].length;
}
