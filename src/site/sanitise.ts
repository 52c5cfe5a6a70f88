import sanitizeHtml from "sanitize-html";
import { type Html, vouchFor } from "./html.js";

/** Gives a picture named in a notebook as a data URI, or undefined if it is not at hand. */
export type Picture = (source: string) => string | undefined;

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

const nothing: Picture = () => undefined;

/**
 * HTML from a notebook with everything taken out that could run, load or cover the page.
 * A picture that would need the network becomes its words.
 */
export function sanitise(html: string, picture: Picture = nothing): Html {
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
    nestingLimit: 60,
    transformTags: {
      h1: "h3",
      h2: "h3",
      a: (tagName, { href = "", ...rest }) => ({
        tagName,
        attribs: { ...rest, href: href.replace(/^(?:\.\/)?([\w.-]+)\.ipynb(#.*)?$/, "$1.html$2") },
      }),
      td: aligned,
      th: aligned,
      img: (tagName, attribs) => embedded(tagName, attribs, picture),
    },
  });
  const boxed = clean
    .replace(/<th\b[^>]*>\s*<\/th>/g, "<td></td>")
    .replace(/<table/g, '<div class="table"><table')
    .replace(/<\/table>/g, "</table></div>");
  return vouchFor(boxed);
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
): { tagName: string; attribs: Record<string, string>; text?: string } {
  const source = attribs.src ?? "";
  const data = isPicture(source) ? source : picture(source);
  if (data)
    return {
      tagName,
      attribs: { ...attribs, src: data, alt: attribs.alt || "Picture without a description" },
    };
  const name = attribs.alt || source.split("/").pop() || "no name";
  return { tagName: "em", attribs: {}, text: `[picture not in this folder: ${name}]` };
}

function isPicture(source: string): boolean {
  return /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(source);
}
