import type { Finding } from "../../agree/index.js";
import { idPattern, takeTag } from "../../notebook/index.js";
import { badge } from "./badge.js";
import { breakable } from "../maths/breaking.js";
import type { Context } from "../context/context.js";
import { escapeHtml } from "../html/escape.js";
import { type Html, markup } from "../html/html.js";
import { copyLatex, idLink, placeLinks } from "../context/links.js";

/** A display formula as it was set, with its id if it has one. */
export interface EquationBlock {
  block: Html;
  tex: string;
  id?: string;
  finding?: Finding;
}

/**
 * A display formula; with a tag it is an equation that can be pointed at, with its ways beside it.
 *
 * @param findingOf how an equation stands to its derivations; undefined if its tag is a number
 */
export function equationBlock(
  source: string,
  context: Context,
  findingOf: (tag: string, tex: string) => Finding | undefined,
): EquationBlock {
  const { tex, tag } = takeTag(source);
  const formula = markup`<div class="formula">${breakable(context.maths.display(tex))}</div>`;
  if (!tag) return { block: markup`<div class="equation bare">${formula}</div>`, tex };
  const known = idPattern.test(tag);
  const anchor = context.anchor(known ? tag : `eq-${tag}`);
  const finding = findingOf(tag, tex);
  // A chapter may go beyond the notes, with an equation that it derives itself.
  const { inventory } = context;
  if (inventory.length && finding?.kind !== "agrees" && !inventory.some(({ id }) => id === tag)) {
    context.warn(`the tag ${tag} is not an id of the inventory, and nothing derives it`);
  }
  const name = known
    ? idLink(tag, anchor)
    : markup`<a class="id" href="#${escapeHtml(anchor)}">(${escapeHtml(tag)})</a>`;
  const ways = markup`<span class="ways">${copyLatex}${placeLinks(context.places.get(tag))}</span>`;
  const meta = markup`${name}${finding ? badge(finding, context) : ""}${ways}`;
  const block = markup`<figure class="equation" id="${escapeHtml(anchor)}">${formula}<figcaption class="meta">${meta}</figcaption></figure>`;
  return { block, tex, ...(known && { id: tag }), finding };
}
