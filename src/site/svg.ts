import { escapeHtml } from "./escape.js";
import { type Html, markup, vouchFor } from "./html.js";

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
  let depth = 0;
  let kept = "";
  let inStyle = false;
  for (const match of source.matchAll(token)) {
    if (match.index !== end) return undefined;
    end += match[0].length;
    const [whole, closing, name, list, empty, text] = match;
    if (text !== undefined) {
      if (depth === 0 && text.trim()) return undefined;
      if (!inStyle) kept += text;
      continue;
    }
    if (!name) continue;
    if (!tags.has(name) || (depth === 0 && (name !== "svg" || closing))) return undefined;
    if (!empty) depth += closing ? -1 : 1;
    if (depth === 0 && end !== source.length) return undefined;
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
  return end === source.length && depth === 0 && kept ? vouchFor(kept) : undefined;
}

function cleanAttributes(list: string, prefix: string): string | undefined {
  let kept = "";
  for (const [, name, value] of list.matchAll(/\s+([A-Za-z][\w:-]*)="([^"]*)"/g)) {
    if (name === "xmlns") continue;
    if (!attributes.has(name) && !/^(aria|data)-[a-z-]+$/.test(name)) return undefined;
    if (name === "href" && !/^#[\w.-]+$/.test(value)) return undefined;
    if (/url\s*\((?!\s*#)|expression|javascript:|@import|\\/i.test(value)) return undefined;
    kept += ` ${name}="${prefixed(name, value, prefix)}"`;
  }
  return kept;
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

/** The words of one element of a picture, its title or its description. */
export function svgWords(svg: string, element: "title" | "desc"): string | undefined {
  return new RegExp(`<${element}[^>]*>([^<]*)</${element}>`).exec(svg)?.[1].trim() || undefined;
}

/** The width of a picture in its own units. */
export function svgWidth(svg: string): number {
  const box = /<svg[^>]*\sviewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)/.exec(svg);
  return Number(box?.[1] ?? /<svg[^>]*\swidth="([\d.]+)/.exec(svg)?.[1] ?? 480);
}
