import type { CodeCell } from "../../notebook/index.js";
import type { Context } from "../context/context.js";
import { counted, escapeHtml } from "../html/escape.js";
import { highlight, languageName } from "../prose/highlight.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { copyCode } from "../context/links.js";

/** Code with its small results below; folded where what it makes is the point: a derivation or a figure. */
export function codeBlock(
  cell: CodeCell,
  results: Html[],
  folded: boolean,
  context: Context,
): Html {
  const source = cell.source.trimEnd();
  const out = results.length
    ? markup`<div class="out"><span class="unseen">Result: </span>${results}</div>`
    : "";
  if (!source.trim()) return out ? markup`<div class="cell bare">${out}</div>` : "";
  const number = context.next("code");
  const anchor = escapeHtml(context.anchor(`cell-${number}`));
  const language = escapeHtml(languageName(context.language));
  const code = markup`<pre tabindex="0" role="group" aria-label="Code ${number}"><code>${highlight(source, context.language)}</code></pre>`;
  const head = markup`<div class="head"><span>${language}</span>${copyCode}</div>`;
  if (!folded) return markup`<div class="cell" id="${anchor}">${head}${code}${out}</div>`;
  const lines = counted(source.split("\n").length, "line");
  return joinHtml([
    markup`<div class="cell" id="${anchor}"><details class="fold"><summary>${language}, ${lines}</summary>`,
    markup`<div class="head"><span></span>${copyCode}</div>${code}</details>${out}</div>`,
  ]);
}
