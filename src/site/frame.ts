import { escapeHtml } from "./escape.js";
import { gradeSymbols } from "./grades.js";

/** What every page needs besides its body. */
export interface Frame {
  title: string;
  description: string;
  /** Path from the page back to the output folder: empty, or `../../`. */
  up: string;
  /** Which entry of the site's navigation the page belongs to. */
  current?: "chapters" | "equations" | "errata" | "items";
  skip: { to: string; text: string };
  main: string;
  footer: string;
}

// No script of a notebook may run, even if one slipped through, and nothing is loaded from elsewhere.
const policy =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; " +
  "img-src 'self' file: data: blob:; font-src data:; base-uri 'none'; form-action 'none'";

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230a6655' d='M2 2h12v12H2z'/%3E%3C/svg%3E";

/** Where the style element with the page's own mathematical font goes, once its characters are known. */
export const mathsFontSlot = "<!--maths-font-->";

/** A whole page. */
export function framePage(frame: Frame): string {
  const { up, current } = frame;
  const entry = (id: NonNullable<Frame["current"]>, word: string) => {
    const to = id === "items" ? "items.html" : `index.html#${id}`;
    return `<li><a href="${up}${to}"${current === id ? ' aria-current="true"' : ""}>${word}</a></li>`;
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(frame.title)}</title>
<meta name="description" content="${escapeHtml(frame.description)}">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${up}style.css">
${mathsFontSlot}
<script src="${up}page.js" defer></script>
</head>
<body>
<a class="skip" href="#${frame.skip.to}">${frame.skip.text}</a>
${gradeSymbols}
<header class="masthead">
<a class="word" href="${up}index.html">Rederive</a>
<nav aria-label="Site"><ul>${entry("chapters", "Chapters")}${entry("equations", "Equations")}${entry("errata", "Errata")}${entry("items", "Items")}</ul></nav>
</header>
${frame.main}
<footer class="colophon"><div>${frame.footer}</div></footer>
<p class="unseen" role="status" id="status"></p>
</body>
</html>
`;
}

/** Provenance as a list of terms and values, the values already as HTML. */
export function provenance(heading: string, rows: [string, string][], closing: string): string {
  const list = rows.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join("");
  return `<h2>${heading}</h2><dl>${list}</dl><p>${closing}</p>`;
}

export const fontCredit =
  "Set in STIX Two, Libre Franklin and IBM Plex Mono, under the SIL Open Font License.";
