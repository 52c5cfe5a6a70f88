import { breakableName, escapeHtml } from "../html/escape.js";
import { type Frame, fontCredit, provenance } from "./frame.js";
import { highlight } from "../prose/highlight.js";
import { type Html, markup, vouchFor } from "../html/html.js";

/** A source file with an anchor on every line, for the links beside the equations. */
export function sourcePage(path: string, content: string, version: string): Frame {
  const lines = splitSpans(highlight(content.replace(/\n$/, ""), "typescript"));
  const body = lines.map(
    (line, i) =>
      markup`<span id="L${i + 1}" class="line"><a href="#L${i + 1}" aria-label="Line ${i + 1}">${i + 1}</a>${line}\n</span>`,
  );
  const up = "../".repeat(path.split("/").length);
  const main = markup`<main class="sheet no-rail listing"><header class="opening"><h1><code>${breakableName(path, /\//g)}</code></h1></header>
<div class="cell wide" id="text"><pre tabindex="0" role="group" aria-label="${escapeHtml(path)}"><code>${body}</code></pre></div></main>`;
  return {
    title: path,
    description: `${path}, the file as it was when these pages were made.`,
    up,
    skip: { to: "text", text: "Skip to the code" },
    main,
    footer: provenance(
      "Where this page comes from",
      [
        ["Source", markup`<code>${escapeHtml(path)}</code>`],
        ["Made with", markup`rederive ${escapeHtml(version)}`],
      ],
      fontCredit,
    ),
  };
}

/** Lines of highlighted code; a span that goes over a line's end is closed and opened again. */
function splitSpans(code: Html): Html[] {
  let open: string[] = [];
  return code.split("\n").map((line) => {
    const before = open.join("");
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      open = tag === "</span>" ? open.slice(0, -1) : [...open, tag];
    }
    return vouchFor(before + line + "</span>".repeat(open.length));
  });
}
