import { escapeHtml } from "../html/escape.js";
import { gradeSymbols } from "../claims/grades.js";
import { type Html, markup, vouchFor } from "../html/html.js";
import { contentPolicy } from "../html/policy.js";
import { pageLoader } from "../style/script.js";

/** What a page consists of. */
export interface Frame {
  title: string;
  description: string;
  /** Path from the page back to the output folder: empty, or `../../`. */
  up: string;
  /** Which entry of the site's navigation the page belongs to. */
  current?: "chapters" | "equations" | "errata" | "items";
  skip: { to: string; text: string };
  main: Html;
  footer: Html;
}

const icon = markup`data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230a6655' d='M2 2h12v12H2z'/%3E%3C/svg%3E`;

/** A whole page; `css` is what it needs besides the site's sheet, the face of its formulas. */
export function framePage(frame: Frame, css: string): Html {
  const up = escapeHtml(frame.up);
  const loader = pageLoader(frame.up);
  const entry = (id: NonNullable<Frame["current"]>, word: string) => {
    const to = id === "items" ? "items.html" : `index.html#${id}`;
    const here = frame.current === id ? markup` aria-current="true"` : "";
    return markup`<li><a href="${up}${escapeHtml(to)}"${here}>${escapeHtml(word)}</a></li>`;
  };
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(loader, css))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(frame.title)}</title>
<meta name="description" content="${escapeHtml(frame.description)}">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${up}style.css">
${css ? markup`<style>${vouchFor(css)}</style>` : ""}
</head>
<body>
<a class="skip" href="#${escapeHtml(frame.skip.to)}">${escapeHtml(frame.skip.text)}</a>
${gradeSymbols}
<header class="masthead">
<a class="word" href="${up}index.html">Rederive</a>
<nav aria-label="Site"><ul>${entry("chapters", "Chapters")}${entry("equations", "Equations")}${entry("errata", "Errata")}${entry("items", "Items")}</ul></nav>
</header>
${frame.main}
<footer class="colophon"><div>${frame.footer}</div></footer>
<p class="unseen" role="status" id="status"></p>
<script>${vouchFor(loader)}</script>
</body>
</html>
`;
}

/** Provenance as a list of terms and values, the values already as HTML. */
export function provenance(heading: string, rows: [string, Html][], closing: Html): Html {
  const list = rows.map(
    ([term, value]) => markup`<div><dt>${escapeHtml(term)}</dt><dd>${value}</dd></div>`,
  );
  return markup`<h2>${escapeHtml(heading)}</h2><dl>${list}</dl><p>${closing}</p>`;
}

export const fontCredit = markup`Set in STIX Two, Libre Franklin and IBM Plex Mono, under the SIL Open Font License.`;
