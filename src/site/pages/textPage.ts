import { escapeHtml } from "../html/escape.js";
import { joinHtml, markup } from "../html/html.js";
import type { Chapter } from "../types.js";
import { sectionHtml } from "./chapterPage.js";
import { type Frame, fontCredit, provenance } from "./frame.js";

/** The page of a Markdown file of the author's. */
export function textPage(
  { slug, source, title, titleText, lead, leadText, sections }: Chapter,
  version: string,
): Frame {
  const main = markup`<main class="sheet no-rail">
<header class="opening">
<h1>${title}</h1>
${lead ? markup`<p class="lead">${lead}</p>` : ""}
</header>
<article class="text" id="text" tabindex="-1">
${joinHtml(
  sections.map((section) => sectionHtml(section)),
  "\n",
)}
</article>
</main>`;
  return {
    title: titleText,
    description: leadText || titleText,
    up: "",
    current: `${slug}.html`,
    skip: { to: "text", text: "Skip to the text" },
    main,
    footer: provenance(
      "Where this page comes from",
      [
        ["Source", markup`<code>${escapeHtml(source)}</code>`],
        ["Made with", markup`rederive ${escapeHtml(version)}`],
      ],
      fontCredit,
    ),
  };
}
