import { escapeHtml } from "../html/escape.js";
import { type Html, markup, vouchFor } from "../html/html.js";

const tags = new Set(
  (
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs use symbol marker pattern clipPath " +
    "mask linearGradient radialGradient stop style"
  ).split(" "),
);
const attributes = new Set(
  (
    "xmlns viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d points transform fill stroke opacity id class role version " +
    "fill-opacity fill-rule stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin " +
    "stroke-miterlimit clip-path clip-rule mask marker-start marker-mid marker-end markerWidth markerHeight refX refY " +
    "markerUnits orient pattern patternUnits patternTransform gradientUnits gradientTransform offset stop-color stop-opacity " +
    "text-anchor dominant-baseline alignment-baseline font-family font-size font-style font-weight letter-spacing dx dy " +
    "rotate textLength lengthAdjust vector-effect shape-rendering paint-order preserveAspectRatio display visibility color " +
    "overflow href focusable style"
  ).split(" "),
);

const token =
  /<\?xml[^>]*\?>|<!--[^>]*-->|<(\/?)([A-Za-z]+)((?:\s+[A-Za-z][\w:-]*="[^"<>]*")*)\s*(\/?)>|([^<>]+)/g;

/**
 * A picture that may stand in the page itself: only shapes and text, nothing that runs, loads or links outwards.
 * Ids get a prefix, so that two pictures on one page do not meet. Undefined if the picture is anything more.
 */
export function inlineSvg(svg: string, prefix: string): Html | undefined {
  const source = svg.trim();
  let end = 0;
  const open: string[] = [];
  let kept = "";
  let inStyle = false;
  for (const match of source.matchAll(token)) {
    if (match.index !== end) return undefined;
    end += match[0].length;
    const [whole, closing, name, list, empty, text] = match;
    if (text !== undefined) {
      if (!open.length && text.trim()) return undefined;
      if (!inStyle) kept += text;
      continue;
    }
    if (!name) continue;
    if (!tags.has(name) || (!open.length && name !== "svg")) return undefined;
    if (closing && open.pop() !== name) return undefined;
    if (!closing && !empty) open.push(name);
    if (!open.length && end !== source.length) return undefined;
    // A style element would reach the whole page; the page's own style sheet takes its place.
    if (name === "style") {
      inStyle = !closing && !empty;
      continue;
    }
    if (inStyle) return undefined;
    const own = cleanAttributes(list ?? "", prefix);
    if (own === undefined) return undefined;
    kept += closing ? `</${name}>` : `<${name}${own}${whole.endsWith("/>") ? "/" : ""}>`;
  }
  return end === source.length && !open.length && kept ? vouchFor(kept) : undefined;
}

function cleanAttributes(list: string, prefix: string): string | undefined {
  let kept = "";
  for (const [, name, value] of list.matchAll(/\s+([A-Za-z][\w:-]*)="([^"]*)"/g)) {
    if (name === "xmlns") continue;
    if (!attributes.has(name) && !/^aria-[a-z-]+$/.test(name)) return undefined;
    if (name === "href" && !/^#[\w.-]+$/.test(value)) return undefined;
    if (/url\s*\((?!\s*#)|expression|javascript:|@import|\\/i.test(value)) return undefined;
    kept +=
      name === "style"
        ? asAttributes(value, prefix)
        : ` ${name}="${prefixed(name, value, prefix)}"`;
  }
  return kept;
}

/** The declarations of a style as attributes of the same names, since no page allows styles in attributes. */
function asAttributes(style: string, prefix: string): string {
  return style
    .split(";")
    .map((one) => one.split(":").map((part) => part.trim()))
    .filter(([name, value]) => value && attributes.has(name) && name !== "class" && name !== "href")
    .map(([name, value]) => ` ${name}="${prefixed(name, value, prefix)}"`)
    .join("");
}

function prefixed(name: string, value: string, prefix: string): string {
  if (name === "id" || name === "aria-labelledby" || name === "aria-describedby") {
    return value.replace(/\S+/g, (id) => `${prefix}-${id}`);
  }
  if (name === "href") return value.replace("#", `#${prefix}-`);
  return value.replace(/url\(\s*#/g, `url(#${prefix}-`);
}

/** A picture that is not known to be safe, shown as an image: there nothing in it can run or load. */
export function imageSvg(svg: string, description: string): Html {
  const data = Buffer.from(svg, "utf8").toString("base64");
  return markup`<img src="data:image/svg+xml;base64,${escapeHtml(data)}" alt="${escapeHtml(description)}">`;
}

/** The words of the first element of a name in a picture, its title or its description. */
export function svgWords(svg: string, element: "title" | "desc"): string | undefined {
  const begin = svg.indexOf(`<${element}`);
  const from = svg.indexOf(">", begin) + 1;
  const to = svg.indexOf("<", from);
  if (begin < 0 || from === 0 || !svg.startsWith(`</${element}>`, to)) return undefined;
  return svg.slice(from, to).trim() || undefined;
}

/** The width of a picture in its own units. */
export function svgWidth(svg: string): number {
  const begin = svg.indexOf("<svg");
  const opening = svg.slice(begin, svg.indexOf(">", begin));
  const box = /\sviewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)/.exec(opening);
  return Number(box?.[1] ?? /\swidth="([\d.]+)/.exec(opening)?.[1] ?? 480);
}
