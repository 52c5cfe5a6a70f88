import sanitizeHtml from "sanitize-html";
import { type Html, vouchFor } from "./html.js";
import { type Picture, writtenPicture } from "./picture.js";

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
export function sanitise(html: string, picture: Picture): Sanitised {
  if (isTooDeep(html)) {
    return { html: "", dropped: [`HTML nested more than ${deepest} deep`], refused: [] };
  }
  const dropped = new Set<string>();
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
    nestingLimit: 60,
    onOpenTag: (name) => {
      if (missed.includes(name) || controls.includes(name)) dropped.add(name);
    },
    transformTags: {
      h1: "h3",
      h2: "h3",
      a: (tagName, { href = "", ...rest }) => ({
        tagName,
        attribs: { ...rest, href: href.replace(/^(?:\.\/)?([\w.-]+)\.ipynb(#.*)?$/, "$1.html$2") },
      }),
      td: aligned,
      th: aligned,
      img: (tagName, attribs) => embedded(tagName, attribs, picture, refused),
    },
  });
  const boxed = clean
    .replace(/<th\b[^>]*>\s*<\/th>/g, "<td></td>")
    .replace(/<table/g, '<div class="table"><table')
    .replace(/<\/table>/g, "</table></div>");
  return { html: vouchFor(boxed), dropped: [...dropped], refused };
}

const deepest = 5000;
const neverOpen = new Set(
  "area br col dd dt hr img input li link meta option p source td th tr wbr".split(" "),
);

/** Whether elements lie so deep within each other that reading them would cost the square of their number. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (neverOpen.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    if (depth > deepest) return true;
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
  refused: string[],
): { tagName: string; attribs: Record<string, string>; text?: string } {
  const source = attribs.src ?? "";
  const found = /^data:/i.test(source) ? writtenPicture(source) : picture(source);
  if ("data" in found) {
    const alt = attribs.alt || "Picture without a description";
    return { tagName, attribs: { ...attribs, src: found.data, alt } };
  }
  const name = /^data:/i.test(source) ? "data URI" : source || "no name";
  refused.push(`picture ${name}: ${found.refused}`);
  const words = attribs.alt || source.split("/").pop() || "no name";
  return { tagName: "em", attribs: {}, text: `[picture left out: ${words}: ${found.refused}]` };
}
