import { claimWords } from "./chapterPage.js";
import { standing } from "../claims/claims.js";
import { breakableName, counted, escapeHtml } from "../html/escape.js";
import { type Frame, fontCredit, provenance } from "./frame.js";
import { gradeKey, gradeLabel } from "../claims/grades.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { graphNodes, restsGraph } from "../claims/restsGraph.js";
import { itemsSlug } from "./entries.js";
import type { Chapter, InventoryItem } from "../types.js";

/** Every item of the inventory with its grade and place, and what rests on what. */
export function itemsPage(chapters: Chapter[], inventory: InventoryItem[], version: string): Frame {
  const claims = chapters.flatMap((chapter) => chapter.claims);
  const known = new Set(inventory.map(({ id }) => id));
  const own = claims.filter(({ id }) => known.has(id));
  const sections = chapters.map((chapter) => section(chapter, inventory)).filter(Boolean);
  const main = markup`<main class="sheet front">
<header class="opening">
<h1>The notes, item by item</h1>
<p class="lead">${opening(inventory)}</p>
${own.length ? markup`<div class="plate"><p class="label">${escapeHtml(claimWords(own))}</p>${gradeKey()}</div>` : ""}
</header>
<div id="items" class="listed" tabindex="-1">
${joinHtml(sections, "\n")}
</div>
</main>`;
  return {
    title: "Item by item",
    description: "Every statement of the notes with its grade, its place and what it rests on.",
    up: "",
    current: `${itemsSlug}.html`,
    skip: { to: "items", text: "Skip to the items" },
    main,
    footer: footer(version),
  };
}

function opening(inventory: InventoryItem[]): Html {
  return inventory.length
    ? markup`${counted(inventory.length, "statement")} of the notes, each with the place where it stands there, what was found about it, and the derivation that settles it.`
    : markup`No list of statements, <code>inventory.json</code>, stands beside these notebooks; below is what rests on what.`;
}

function section(chapter: Chapter, inventory: InventoryItem[]): Html {
  const items = inventory.filter(({ notebook }) => notebook === chapter.slug);
  const nodes = graphNodes(chapter);
  if (!items.length && !nodes.length) return "";
  const no = chapter.number === undefined ? "" : markup`<span class="no">${chapter.number}</span> `;
  const graph = nodes.length
    ? markup`<h3>What rests on what</h3><p class="sub">From left to right. A claim is worth no more than those on which it rests.</p>${restsGraph(nodes, chapter.titleText)}${inWords(nodes)}`
    : "";
  return markup`<section aria-labelledby="${escapeHtml(chapter.slug)}">
<h2 id="${escapeHtml(chapter.slug)}">${no}<a href="${escapeHtml(chapter.slug)}.html">${chapter.title}</a></h2>
${graph}
${items.length ? table(chapter, items) : ""}
</section>`;
}

function inWords(nodes: ReturnType<typeof graphNodes>): Html {
  const lines = nodes
    .filter(({ rests }) => rests.length)
    .map(
      ({ id, rests }) =>
        markup`<li>${escapeHtml(id)}: ${joinHtml(rests.map(escapeHtml), ", ")}</li>`,
    );
  return markup`<details><summary>The graph in words</summary><p class="sub">Each with those on which it rests:</p><ul class="words">${lines}</ul></details>`;
}

function table(chapter: Chapter, items: InventoryItem[]): Html {
  const rows = items.map((item) => {
    const { grade, corrected } = standing(item, chapter.derivations);
    const after = corrected
      ? markup` as printed<br>${gradeLabel(corrected, markup` as corrected`)}`
      : "";
    const place = chapter.derivations.find(({ derivation: { id } }) => id === item.id);
    const href = markup`${escapeHtml(chapter.slug)}.html#${escapeHtml(place?.anchor ?? item.id)}`;
    return markup`<tr><th scope="row" id="item-${item.number}">${item.number}</th><td>${escapeHtml(item.place)}</td><td>${escapeHtml(item.claim.replace(/^imp: /, "implied: "))}</td><td><a class="id" href="${href}">${breakableName(item.id)}</a></td><td>${gradeLabel(grade, after)}</td></tr>`;
  });
  return markup`<div class="table items" tabindex="0" role="group" aria-label="Items of ${escapeHtml(chapter.titleText)}"><table>
<thead><tr><th scope="col">No.</th><th scope="col">Line</th><th scope="col">The notes say</th><th scope="col">Settled by</th><th scope="col">Found</th></tr></thead>
<tbody>
${joinHtml(rows, "\n")}
</tbody></table></div>`;
}

function footer(version: string): Html {
  return provenance(
    "Where this page comes from",
    [
      ["Items", markup`notebooks/inventory.json`],
      ["Grades", markup`the derivations that are stored in the notebooks`],
      ["Made with", markup`rederive ${escapeHtml(version)}`],
    ],
    fontCredit,
  );
}
