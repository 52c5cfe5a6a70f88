import sanitizeHtml from "sanitize-html";
import { outside, sheetAddresses, srcsetAddresses, styleAddresses } from "../html/addresses.js";
import { type Html, vouchFor } from "../html/html.js";
import { boundPrefix } from "../../notebook/index.js";
import type { LinkTo } from "../settings/destinations.js";
import { isWritten, type Picture, writtenPicture } from "../pictures/picture.js";

/** HTML that may stand in a page, and what is no longer in it. */
export interface Sanitised {
  html: Html;
  /** What a reader would miss: a script, a film. */
  dropped: string[];
  /** Pictures, each named in its place with the reason. */
  refused: string[];
}

const tags = (
  "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h3 h4 h5 h6 " +
  "hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var"
).split(" ");

const attributes: Record<string, string[]> = {
  a: ["href", "title"],
  abbr: ["title"],
  img: ["src", "alt", "title", "width", "height"],
  ol: ["start", "reversed", "type"],
  td: ["colspan", "rowspan", "class"],
  th: ["colspan", "rowspan", "scope", "class"],
  col: ["span"],
  details: ["open"],
  code: ["class"],
  span: ["class"],
};

/** Elements that a reader would miss; what they hold goes with them, but the words of a form stay. */
const missed =
  "applet audio canvas embed frame iframe math object script select svg textarea video".split(" ");
const controls = ["button", "form", "input"];

/**
 * HTML from a notebook with everything taken out that could run, load or cover the page.
 * A picture that is not at hand becomes its words.
 */
export function sanitise(html: string, picture: Picture, link: LinkTo = same): Sanitised {
  if (isTooDeep(html)) {
    return { html: "", dropped: [`HTML nested more than ${deepest} deep`], refused: [] };
  }
  const dropped = new Set(sheetAddresses(html).map(asked));
  const refused: string[] = [];
  const clean = sanitizeHtml(html, {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedClasses: {
      code: ["c-*"],
      span: ["c-*"],
      td: ["number", "to-*"],
      th: ["number", "to-*"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: { img: ["data"] },
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: [...missed, "style", "option", "noscript", "template"],
    nestingLimit: 60, // no prose nests deeper, and a browser slows down with each level
    onOpenTag: (name, attribs) => {
      if (missed.includes(name) || controls.includes(name)) dropped.add(name);
      for (const address of addressesOf(name, attribs)) dropped.add(asked(address));
    },
    transformTags: {
      h1: "h3",
      h2: "h3",
      a: (tagName, { href = "", ...rest }) => {
        if (href.startsWith(boundPrefix)) return heldNumber(href.slice(boundPrefix.length));
        const to = link(href);
        if (to === undefined) refused.push(`link ${href}: ${noDestination}`);
        return { tagName, attribs: to ? { ...rest, href: to } : rest };
      },
      td: aligned,
      th: aligned,
      img: (tagName, attribs) => embedded(tagName, attribs, picture, { refused, dropped }),
    },
  });
  const boxed = clean
    .replace(/<th\b[^>]*>\s*<\/th>/g, "<td></td>")
    .replace(/<table/g, '<div class="table"><table')
    .replace(/<\/table>/g, "</table></div>");
  return { html: vouchFor(boxed), dropped: [...dropped], refused };
}

/** A number that the build has held against a cell, with its tooltip. */
const heldNumber = (cell: string) => ({
  tagName: "abbr",
  attribs: { title: `held against the value of the cell ${cell}` },
});

const same: LinkTo = (href) => href;

const noDestination =
  "the site has no such page or file; build the notebook, or name the file in `site.files` of rederive.config.ts";

const asked = (address: string) => `what a style or a link asks for, ${address}`;

/** What an element would load besides the picture that it is: backgrounds, other sizes, style sheets. */
function addressesOf(
  name: string,
  { style = "", srcset = "", ...rest }: Record<string, string>,
): string[] {
  const named = [rest.background, rest.poster, name === "link" ? rest.href : ""];
  return [
    ...styleAddresses(style),
    ...srcsetAddresses(srcset),
    ...outside(named.filter((one) => one !== undefined)),
  ];
}

const deepest = 500; // browsers themselves nest no deeper than 512
const neverOpen = new Set(
  "area br col dd dt hr img input li link meta option p source td th tr wbr".split(" "),
);

/** Whether elements lie so deep within each other that reading them would cost the square of their number. */
function isTooDeep(html: string): boolean {
  const open: string[] = [];
  const count = new Map<string, number>();
  const add = (name: string, more: number) => count.set(name, (count.get(name) ?? 0) + more);
  for (const [, closing, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const name = tag.toLowerCase();
    if (neverOpen.has(name)) continue;
    if (!closing) {
      add(name, 1);
      if (open.push(name) > deepest) return true;
    } else if (count.get(name)) {
      // What was left open inside ends with it; an end of nothing ends nothing.
      for (let last; last !== name;) add((last = open.pop() as string), -1);
    }
  }
  return false;
}

/** The alignment of a column, which Markdown writes as a style, as a class. */
function aligned(tagName: string, { style = "", ...rest }: Record<string, string>) {
  const side = /(?:^|;)\s*text-align:\s*(left|right|center)\b/.exec(style)?.[1];
  const all = [rest.class, side && `to-${side}`].filter(Boolean).join(" ");
  return { tagName, attribs: all ? { ...rest, class: all } : rest };
}

function embedded(
  tagName: string,
  attribs: Record<string, string>,
  picture: Picture,
  { refused, dropped }: { refused: string[]; dropped: Set<string> },
): { tagName: string; attribs: Record<string, string>; text?: string } {
  const source = attribs.src ?? "";
  const found = isWritten(source) ? writtenPicture(source) : picture(source);
  if ("data" in found) {
    for (const one of found.missing) dropped.add(one);
    const alt = attribs.alt || "Picture without a description";
    return { tagName, attribs: { ...attribs, src: found.data, alt } };
  }
  const name = isWritten(source) ? "data URI" : source || "no name";
  refused.push(`picture ${name}: ${found.refused}`);
  const words = attribs.alt || source.split("/").pop() || "no name";
  return { tagName: "em", attribs: {}, text: `[picture left out: ${words}: ${found.refused}]` };
}
