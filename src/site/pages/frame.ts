import { escapeHtml } from "../html/escape.js";
import { gradeSymbols } from "../claims/grades.js";
import { type Html, markup, vouchFor } from "../html/html.js";
import { contentPolicy } from "../html/policy.js";
import type { Entry, SiteSettings } from "../settings/settings.js";
import { pageLoader } from "../style/script.js";

/** What a page consists of. */
export interface Frame {
  title: string;
  description: string;
  /** Path from the page back to the output folder: empty, or `../../`. */
  up: string;
  /** Which entry of the site's navigation the page belongs to: its address, as in `Entry`. */
  current?: string;
  skip: { to: string; text: string };
  main: Html;
  footer: Html;
}

const icon = markup`data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230a6655' d='M2 2h12v12H2z'/%3E%3C/svg%3E`;

/** What all pages of a site have in common. */
export interface Around {
  settings: SiteSettings;
  entries: Entry[];
  /** The author's sentence at the foot. */
  closing: Html;
}

/**
 * A whole page.
 *
 * @param path where it will stand below the output folder
 * @param css what it needs besides the site's sheet, the face of its formulas
 */
export function framePage(frame: Frame, path: string, css: string, around: Around): Html {
  const { settings, entries, closing } = around;
  const up = escapeHtml(frame.up);
  const loader = pageLoader(frame.up);
  const links = entries.map(({ to, word }) => {
    const here = frame.current === to ? markup` aria-current="true"` : "";
    return markup`<li><a href="${up}${escapeHtml(to)}"${here}>${word}</a></li>`;
  });
  const logo = settings.logo ? markup`<img src="${escapeHtml(settings.logo)}" alt="">` : "";
  const title = frame.title ? `${frame.title} · ${settings.title}` : settings.title;
  const address =
    settings.baseUrl && encodeURI(settings.baseUrl + path.replace(/^index\.html$/, ""));
  return markup`<!doctype html>
<html lang="${escapeHtml(settings.language)}"${settings.direction === "rtl" ? markup` dir="rtl"` : ""}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(loader, css))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(frame.description)}">
${authorsHtml(settings)}${address ? markup`<link rel="canonical" href="${escapeHtml(address)}">\n` : ""}<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${up}style.css">
${css ? markup`<style>${vouchFor(css)}</style>` : ""}
</head>
<body>
<a class="skip" href="#${escapeHtml(frame.skip.to)}">${escapeHtml(frame.skip.text)}</a>
${gradeSymbols}
<header class="masthead">
<a class="word" href="${up}index.html">${logo}${escapeHtml(settings.title)}</a>
<nav aria-label="Site"><ul>${links}</ul></nav>
</header>
${frame.main}
<footer class="colophon"><div>${closing}${frame.footer}</div></footer>
<p class="unseen" role="status" id="status"></p>
<script>${vouchFor(loader)}</script>
</body>
</html>
`;
}

function authorsHtml({ authors }: SiteSettings): Html {
  return markup`${authors.map((name) => markup`<meta name="author" content="${escapeHtml(name)}">\n`)}`;
}

/** The author's words at the foot of each page: names, licence, a sentence. */
export function closingHtml({ authors, licence }: SiteSettings, sentence: Html): Html {
  const by = authors.length ? markup`<span>${escapeHtml(authors.join(", "))}</span>` : "";
  const name = licence && escapeHtml(licence.name);
  const under =
    name && licence?.url
      ? markup`<a rel="license" href="${escapeHtml(licence.url)}">${name}</a>`
      : (name ?? "");
  const parts = [by, under, sentence].filter(Boolean);
  const joined = parts.map((part, i) => (i ? markup` · ${part}` : part));
  return parts.length ? markup`<p class="author">${joined}</p>` : "";
}

/** Provenance as a list of terms and values, the values already as HTML. */
export function provenance(heading: string, rows: [string, Html][], closing: Html): Html {
  const list = rows.map(
    ([term, value]) => markup`<div><dt>${escapeHtml(term)}</dt><dd>${value}</dd></div>`,
  );
  return markup`<h2>${escapeHtml(heading)}</h2><dl>${list}</dl><p>${closing}</p>`;
}

export const fontCredit = markup`Set in STIX Two, Libre Franklin and IBM Plex Mono, under the SIL Open Font License.`;
