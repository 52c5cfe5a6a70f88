import { counted, escapeHtml, textOf } from "../html/escape.js";
import { type Frame, fontCredit, provenance } from "./frame.js";
import { gradeKey, tallyRow, tallyWords } from "../claims/grades.js";
import { ruleKey } from "../claims/ruleKey.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { chaptersEntry } from "./entries.js";
import type { Chapter, Claim, Doubt, Section } from "../types.js";

export interface Neighbours {
  previous?: Chapter;
  next?: Chapter;
}

/** The page of one notebook. */
export function chapterPage(
  chapter: Chapter,
  { previous, next }: Neighbours,
  version: string,
): Frame {
  const { titleText, leadText, title, lead, claims } = chapter;
  const headed = chapter.sections.filter((section) => section.title);
  const label =
    chapter.number === undefined ? "" : markup`<p class="label">Chapter ${chapter.number}</p>`;
  const rail = headed.length > 1 ? contents(headed, claims) : "";
  let number = 0;
  const sections = chapter.sections.map((section) =>
    sectionHtml(section, section.title ? ++number : 0),
  );
  const main = markup`<main class="sheet${rail ? "" : markup` no-rail`}">
<header class="opening">
${label}<h1>${title}</h1>
${lead ? markup`<p class="lead">${lead}</p>` : ""}${notice(chapter)}${chapter.opening}${tally(claims)}
</header>
${rail}
<article class="text" id="text" tabindex="-1">
${joinHtml(sections, "\n")}
${ruleKey(chapter.evidence.derivations)}${turns(previous, next)}
</article>
</main>`;
  return {
    title: titleText,
    description: leadText || `${titleText}: a notebook with its stored outputs.`,
    up: "",
    current: chaptersEntry,
    skip: { to: "text", text: "Skip to the text" },
    main,
    footer: footer(chapter, version),
  };
}

const notices: Record<Doubt, string> = {
  stale:
    "These outputs are older than their source: what stands below the cells may not be what they give.",
  unstamped: "Outputs stored by the author, not run here.",
};

function notice({ doubt }: Chapter): Html {
  return doubt ? markup`<p class="notice">${escapeHtml(notices[doubt])}</p>` : "";
}

/** `10 claims: 8 proved, 2 refuted as printed and corrected`. */
export function claimWords(claims: Claim[]): string {
  const words = tallyWords(claims.map(({ grade }) => grade));
  const refuted = claims.filter(({ grade }) => grade === "refuted");
  const all = (kind: "erratum" | "wanted") => refuted.every((claim) => claim[kind]);
  const how = all("erratum") ? " as printed and corrected" : all("wanted") ? " as expected" : "";
  return `${counted(claims.length, "claim")}: ${words.replace("refuted", `refuted${how}`)}`;
}

function tally(claims: Claim[]): Html {
  if (!claims.length) return "";
  const row = tallyRow(
    claims.map(({ grade }) => grade),
    { labelled: true },
  );
  return markup`<div class="tally">${row}<p>${escapeHtml(claimWords(claims))}</p></div>${gradeKey()}`;
}

function contents(sections: Section[], claims: Claim[]): Html {
  const entries = sections.map(({ id, title }) => {
    const list = claims.filter(({ section }) => section === id).map(({ grade }) => grade);
    const words = list.length
      ? markup`<span class="unseen">: ${escapeHtml(tallyWords(list))}</span>`
      : "";
    return markup`<li><a href="#${escapeHtml(id)}">${title}${words}${tallyRow(list, { size: 9 })}</a></li>`;
  });
  return markup`<nav class="rail" aria-labelledby="contents-head"><div><h2 id="contents-head">In this chapter</h2><ol>${entries}</ol></div></nav>`;
}

/** A part of a page below its heading, numbered where there is a number. */
export function sectionHtml({ id, title, blocks }: Section, number = 0): Html {
  if (!title)
    return markup`<section aria-label="Introduction">\n${joinHtml(blocks, "\n")}\n</section>`;
  const anchor = escapeHtml(id);
  return markup`<section aria-labelledby="${anchor}">
<h2 id="${anchor}">${number ? markup`<span class="no">${number}</span>` : ""}${title}</h2>
${joinHtml(blocks, "\n")}
</section>`;
}

function turns(previous?: Chapter, next?: Chapter): Html {
  if (!previous && !next) return "";
  const link = (chapter: Chapter | undefined, kind: "prev" | "next", word: string) => {
    if (!chapter) return markup`<span></span>`;
    const rel = escapeHtml(kind);
    const label = chapter.number === undefined ? word : `Chapter ${chapter.number}`;
    return markup`<a class="${rel}" rel="${rel}" href="${escapeHtml(chapter.slug)}.html"><span class="label">${escapeHtml(label)}</span>${escapeHtml(textOf(chapter.title))}</a>`;
  };
  return markup`<nav class="turns wide" aria-label="Neighbouring chapters">${link(previous, "prev", "Previous")}${link(next, "next", "Next")}</nav>`;
}

function footer({ slug, source, hash, evidence }: Chapter, version: string): Html {
  const name = escapeHtml(slug);
  const rows: [string, Html][] = [
    ["Source", markup`<a href="notebooks/${name}.ipynb" download>${escapeHtml(source)}</a>`],
    ["SHA-256 of the source", shortHash(hash)],
    ["Made with", markup`rederive ${escapeHtml(version)}`],
    ["To rebuild it", markup`<code>npx rederive build</code>`],
  ];
  if (evidence.derivations.length) {
    rows.push(
      ["Evidence", markup`<a href="${name}.evidence.json" download>${name}.evidence.json</a>`],
      ["Digest of the evidence", shortHash(evidence.digest)],
    );
  }
  const closing = markup`No clock and no network: the same notebook gives this page again, byte for byte. ${fontCredit}`;
  return provenance("Where this page comes from", rows, closing);
}

const shortHash = (hash: string): Html =>
  markup`<code>${escapeHtml(`${hash.slice(0, 16)} ${hash.slice(16, 32)}`)} …</code>`;
