import type { Grade } from "../derive/types.js";
import { idPattern, misplacedTag, tagWithin, takeTag } from "../notebook/index.js";
import { breakable } from "./breaking.js";
import type { Context } from "./context.js";
import { escapeHtml } from "./escape.js";
import { gradeLabel } from "./grades.js";
import { type Html, markup } from "./html.js";
import { copyLatex, idLink, placeLinks } from "./links.js";

/** A display formula; with a tag it is an equation that can be pointed at, with its ways beside it. */
export function equationBlock(
  source: string,
  context: Context,
  gradeOf: (id: string) => Grade | undefined,
): { block: Html; id?: string; tex: string } {
  const { tex, tag } = takeTag(source);
  const within = tagWithin(source);
  if (within) context.warn(`${tag}: ${misplacedTag(within)}`);
  const formula = markup`<div class="formula">${breakable(context.maths.display(tex))}</div>`;
  if (!tag) return { block: markup`<div class="equation bare">${formula}</div>`, tex };
  const known = idPattern.test(tag);
  const anchor = context.anchor(known ? tag : `eq-${tag}`);
  if (known && anchor !== tag)
    context.warn(`the tag ${tag} stands twice; the second is #${anchor}`);
  const grade = gradeOf(tag);
  // A chapter may go beyond the notes, with an equation that it derives itself.
  if (context.inventory.length && !grade && !context.inventory.some(({ id }) => id === tag)) {
    context.warn(`the tag ${tag} is not an id of the inventory, and nothing derives it`);
  }
  const name = known
    ? idLink(tag, anchor)
    : markup`<a class="id" href="#${escapeHtml(anchor)}">(${escapeHtml(tag)})</a>`;
  const meta = markup`${name}${grade ? gradeLabel(grade) : ""}<span class="ways">${copyLatex}${placeLinks(context.places.get(tag))}</span>`;
  const block = markup`<figure class="equation" id="${escapeHtml(anchor)}">${formula}<figcaption class="meta">${meta}</figcaption></figure>`;
  return { block, id: known ? tag : undefined, tex };
}
