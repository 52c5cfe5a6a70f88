import { escapeHtml } from "./escape.js";
import type { Place, Places } from "./types.js";

/** The rendered copy of a source file, below the output folder. */
export function sourceHref(path: string): string {
  return `source/${path}.html`;
}

/** The ways from an equation to its code and its test, as far as there are any. */
export function placeLinks(places: Places | undefined): string {
  return link("Code", places?.code) + link("Test", places?.test);
}

function link(word: string, place?: Place): string {
  if (!place) return "";
  const where = escapeHtml(`${place.path}, line ${place.line}`);
  return `<a href="${escapeHtml(sourceHref(place.path))}#L${place.line}" title="${where}">${word}<span class="unseen">: ${where}</span></a>`;
}

export const copyLatex = '<button type="button" data-copy="latex">Copy LaTeX</button>';
export const copyCode = '<button type="button" data-copy="code">Copy code</button>';

/** An equation's id as a link to itself. */
export function idLink(id: string, anchor = id): string {
  return `<a class="id" href="#${escapeHtml(anchor)}">${escapeHtml(id).replace(/([.-])/g, "$1<wbr>")}</a>`;
}
