import { grades } from "../../record/index.js";
import { claimWords } from "./chapterPage.js";
import { drawing } from "./drawings.js";
import { errataTable } from "../claims/errataTable.js";
import { anchorsOn, breakableName, counted, escapeHtml } from "../html/escape.js";
import { type Frame, fontCredit, provenance } from "./frame.js";
import { gradeKey, gradeLabel, mark, tallyRow } from "../claims/grades.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import type { Maths } from "../maths/maths.js";
import { type Group, groupsOf } from "./parts.js";
import type { SiteSettings } from "../settings/settings.js";
import type { Chapter, Claim } from "../types.js";

/** The front page: all claims, the chapters, the equations, the errata. */
export function indexPage(
  chapters: Chapter[],
  maths: Maths,
  version: string,
  settings: SiteSettings,
): Frame {
  const claims = chapters.flatMap((chapter) => chapter.claims);
  const equations = chapters.flatMap((chapter) => equationRows(chapter, maths));
  const errata = errataTable(chapters, maths);
  const lead = settings.lead ?? (claims.length ? checked : "");
  const main = markup`<main class="sheet front">
<header class="opening">
<h1>${escapeHtml(settings.heading)}</h1>
${lead ? markup`<p class="lead">${escapeHtml(lead)}</p>` : ""}
${plate(claims)}
</header>
<section aria-labelledby="chapters">
<h2 id="chapters" tabindex="-1">Chapters</h2>
${joinHtml(groupsOf(chapters, settings).map(groupHtml), "\n")}
</section>
${equations.length ? section("equations", "Equations", equationList(equations)) : ""}
${errata ? section("errata", "Errata", errata) : ""}
</main>`;
  return {
    title: "",
    description: `${chapters.map(({ titleText }) => titleText).join("; ")}. ${lead}`.trim(),
    up: "",
    skip: { to: "chapters", text: "Skip to the chapters" },
    main,
    footer: footer(chapters, version),
  };
}

const checked =
  "Each step of a derivation is checked by machine and stands here with its grade and its evidence.";

function section(id: string, title: string, body: Html): Html {
  return markup`<section aria-labelledby="${escapeHtml(id)}">
<h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>
${body}
</section>`;
}

function groupHtml({ title, chapters }: Group): Html {
  const heading = title ? markup`<h3 class="part">${escapeHtml(title)}</h3>` : "";
  return markup`${heading}<ol class="chapters">
${joinHtml(chapters.map(chapterRow), "\n")}
</ol>`;
}

function plate(claims: Claim[]): Html {
  if (!claims.length) return "";
  const sorted = grades.flatMap((grade) => claims.filter((claim) => claim.grade === grade));
  const squares = sorted.map(({ grade }) => mark(grade, markup` ${escapeHtml(grade)}`));
  return markup`<div class="plate"><div class="squares" aria-hidden="true">${squares}</div><p class="label">${escapeHtml(claimWords(claims))}</p>${gradeKey()}</div>`;
}

function chapterRow(chapter: Chapter): Html {
  const { slug, number, title, claims } = chapter;
  const errata = claims.filter(({ erratum }) => erratum).length;
  const sum = claims.length
    ? markup`${tallyRow(
        claims.map(({ grade }) => grade),
        { labelled: true },
      )}<p>${counted(claims.length, "claim")}, ${errata ? counted(errata, "erratum", "errata") : markup`no erratum`}</p>`
    : markup`<p>No claim is recorded here</p>`;
  const no = number === undefined ? "" : markup`<span class="no">${number}</span>`;
  const href = markup`${escapeHtml(slug)}.html`;
  return markup`<li>${drawing(chapter)}<div><h3>${no}<a href="${href}">${title}</a></h3><p class="about">${about(chapter)}</p></div><div class="sum">${sum}</div></li>`;
}

/** Characters that fit three lines beside a chapter's drawing. */
const mostAbout = 230;

/** The chapter's question, as far as whole sentences fit. */
function about({ slug, lead, leadText }: Chapter): Html {
  if (leadText.length <= mostAbout) return anchorsOn(`${slug}.html`, lead);
  let text = "";
  for (const sentence of leadText.match(/[^.?!]+(?:[.?!]+(?=\s|$)|[.?!]|$)/g) ?? []) {
    if (text && (text + sentence).length > mostAbout) break;
    text += sentence;
  }
  return escapeHtml(text.trim());
}

function equationRows({ slug, titleText, equations, derivations }: Chapter, maths: Maths): Html[] {
  const tagged = equations.map(({ id, tex, grade }) => ({ id, tex, grade, anchor: id }));
  const others = derivations
    .filter(
      ({ derivation: { id, steps } }) => steps.length && !equations.some((one) => one.id === id),
    )
    .map(({ derivation: { id, steps, grade }, anchor }) => {
      const last = steps[steps.length - 1];
      return {
        id,
        tex: `${steps[0].lhsLatex} ${last.relation === "≈" ? "\\approx" : "="} ${last.rhsLatex}`,
        grade,
        anchor,
      };
    });
  return [...tagged, ...others].map(({ id, tex, grade, anchor }) => {
    const words = escapeHtml(`${id} ${titleText} ${tex}`);
    const name = breakableName(id);
    const formula = maths.inline(compact(tex));
    return markup`<li data-words="${words}"><a class="id" href="${escapeHtml(slug)}.html#${escapeHtml(anchor)}">${name}</a><div class="formula">${formula}</div>${grade ? gradeLabel(grade) : ""}</li>`;
  });
}

/** In a row of a list a formula of several lines keeps its first. */
function compact(tex: string): string {
  const body = /^\\begin\{(aligned|align\*?|gathered|cases)\}([\s\S]*)\\end\{\1\}$/.exec(
    tex.trim(),
  );
  if (!body || body[1] === "cases") return tex;
  return body[2].split(/\\\\(?:\[[^\]]*\])?/)[0].replace(/(?<!\\)&/g, "");
}

function equationList(rows: Html[]): Html {
  return markup`<form class="find" role="search" hidden><label for="find">Find by id, symbol or word</label><input id="find" type="search" autocomplete="off" spellcheck="false"><p class="found" role="status" id="found"></p></form>
<ul class="eqs">
${joinHtml(rows, "\n")}
</ul>`;
}

function footer(chapters: Chapter[], version: string): Html {
  const folders = [...new Set(chapters.map(({ source }) => source.replace(/[^/]*$/, "")))];
  const rows: [string, Html][] = [
    [
      "Source",
      joinHtml(
        [...folders.filter(Boolean).map(escapeHtml), counted(chapters.length, "notebook")],
        ", ",
      ),
    ],
    ["Made with", markup`rederive ${escapeHtml(version)}`],
    ["To make them again", markup`<code>npx rederive build</code>`],
  ];
  return provenance(
    "Where these pages come from",
    rows,
    markup`This folder needs no network, no server and no kernel. ${fontCredit}`,
  );
}
