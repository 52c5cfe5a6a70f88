import type { CodeCell } from "../notebook/types.js";
import type { Context } from "./context.js";
import { counted } from "./escape.js";
import { highlight, languageName } from "./highlight.js";
import { copyCode } from "./links.js";

/** Code with its small results below; folded where what it makes is the point: a derivation or a figure. */
export function codeBlock(
  cell: CodeCell,
  results: string[],
  folded: boolean,
  context: Context,
): string {
  const source = cell.source.replace(/\n+$/, "");
  const out = results.length
    ? `<div class="out"><span class="unseen">Result: </span>${results.join("")}</div>`
    : "";
  if (!source.trim()) return out ? `<div class="cell bare">${out}</div>` : "";
  const number = context.next("code");
  const anchor = context.anchor(`cell-${number}`);
  const language = languageName(context.language);
  const code =
    `<pre tabindex="0" role="group" aria-label="Code ${number}"><code>` +
    `${highlight(source, context.language)}</code></pre>`;
  const head = `<div class="head"><span>${language}</span>${copyCode}</div>`;
  if (!folded) return `<div class="cell" id="${anchor}">${head}${code}${out}</div>`;
  const lines = counted(source.split("\n").length, "line");
  return (
    `<div class="cell" id="${anchor}"><details class="fold"><summary>${language}, ${lines}</summary>` +
    `<div class="head"><span></span>${copyCode}</div>${code}</details>${out}</div>`
  );
}
