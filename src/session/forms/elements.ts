import type { MimeData } from "../../notebook/index.js";
import { type Probe, probe } from "./probe.js";

const svgNamespace = "http://www.w3.org/2000/svg";

/** An element of a document: a drawing as SVG, any other as HTML. */
export async function elementForm(element: Probe, value: unknown): Promise<MimeData | undefined> {
  const html = element.get("outerHTML");
  if (typeof html !== "string" || !html) return undefined;
  const text = { "text/plain": openingTag(html) };
  const isDrawing = /^<svg[\s>]/.test(html) || element.get("namespaceURI") === svgNamespace;
  if (!isDrawing) return { "text/html": html, ...text };
  const svg = (await serialised(element, value)) ?? html;
  return { "image/svg+xml": asDrawing(svg), ...text };
}

/** A drawing as XML, which HTML's own writing of it need not be. */
async function serialised(element: Probe, value: unknown): Promise<string | undefined> {
  const view = probe(probe(element.get("ownerDocument"))?.get("defaultView"));
  const Serializer = view?.get("XMLSerializer") as (new () => object) | undefined;
  if (typeof Serializer !== "function") return undefined;
  const text = await probe(new Serializer())?.call("serializeToString", value);
  return typeof text === "string" ? text : undefined;
}

/** A part of a drawing within one, and a drawing with the namespace without which no client draws it. */
function asDrawing(svg: string): string {
  const whole = /^<svg[\s>]/.test(svg) ? svg : `<svg>${svg}</svg>`;
  const opening = /^<svg[^>]*>/.exec(whole)?.[0] ?? "";
  return /\sxmlns=/.test(opening) ? whole : whole.replace("<svg", `<svg xmlns="${svgNamespace}"`);
}

/** Characters of an element that stand for it in plain text. */
const longTag = 200;

function openingTag(html: string): string {
  const tag = /^<[^>]*>/.exec(html)?.[0] ?? html;
  return tag.length <= longTag ? tag : `${tag.slice(0, longTag)}…>`;
}
