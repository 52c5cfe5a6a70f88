import { escapeHtml } from "./escape.js";
import { fontCredit, framePage, provenance } from "./frame.js";
import { highlight } from "./highlight.js";

/** A source file with an anchor on every line, for the links beside the equations. */
export function sourcePage(path: string, content: string, version: string): string {
  const lines = splitSpans(highlight(content.replace(/\n$/, ""), "typescript"));
  const body = lines
    .map(
      (line, i) =>
        `<span id="L${i + 1}" class="line"><a href="#L${i + 1}" aria-label="Line ${i + 1}">${i + 1}</a>${line}\n</span>`,
    )
    .join("");
  const up = "../".repeat(path.split("/").length);
  const main = `<main class="sheet no-rail listing"><header class="opening"><h1><code>${escapeHtml(path).replace(/\//g, "/<wbr>")}</code></h1></header>
<div class="cell wide" id="text"><pre tabindex="0" role="group" aria-label="${escapeHtml(path)}"><code>${body}</code></pre></div></main>`;
  return framePage({
    title: `${path} · Rederive`,
    description: `${path}, the file as it was when these pages were made.`,
    up,
    skip: { to: "text", text: "Skip to the code" },
    main,
    footer: provenance(
      "Where this page comes from",
      [
        ["Source", `<code>${escapeHtml(path)}</code>`],
        ["Made with", `rederive ${escapeHtml(version)}`],
      ],
      fontCredit,
    ),
  });
}

/** Lines of highlighted code; a span that goes over a line's end is closed and opened again. */
function splitSpans(html: string): string[] {
  let open: string[] = [];
  return html.split("\n").map((line) => {
    const before = open.join("");
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      open = tag === "</span>" ? open.slice(0, -1) : [...open, tag];
    }
    return before + line + "</span>".repeat(open.length);
  });
}
