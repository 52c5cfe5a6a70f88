import { breakableName, escapeHtml } from "../html/escape.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import type { Place, Places } from "../types.js";

/** The rendered copy of a source file, below the output folder. */
function sourceHref(path: string): string {
  return `source/${path}.html`;
}

/** The ways from an equation to its code and its test, as far as there are any. */
export function placeLinks(places: Places | undefined): Html {
  return joinHtml([link("Code", places?.code), link("Test", places?.test)]);
}

function link(word: string, place?: Place): Html {
  if (!place) return "";
  const where = escapeHtml(`${place.path}, line ${place.line}`);
  return markup`<a href="${escapeHtml(sourceHref(place.path))}#L${place.line}" title="${where}">${escapeHtml(word)}<span class="unseen">: ${where}</span></a>`;
}

export const copyLatex = markup`<button type="button" data-copy="latex">Copy LaTeX</button>`;
export const copyCode = markup`<button type="button" data-copy="code">Copy code</button>`;

/** An equation's id as a link to itself. */
export function idLink(id: string, anchor = id): Html {
  return markup`<a class="id" href="#${escapeHtml(anchor)}">${breakableName(id)}</a>`;
}
