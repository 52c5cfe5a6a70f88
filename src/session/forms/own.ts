import type { MimeData } from "../../notebook/index.js";
import { base64Of } from "./pictures.js";
import type { Probe } from "./probe.js";

/** Methods by which ijavascript's values show themselves, and the media type of what each gives. */
const methods = {
  _toHtml: "text/html",
  _toSvg: "image/svg+xml",
  _toPng: "image/png",
  _toJpeg: "image/jpeg",
};

/**
 * What a value made for ijavascript shows itself as.
 *
 * @source n-riesco/nel, "custom output": `_toMime`, and a method for each of four media types
 */
export async function ijavascriptForm(value: Probe): Promise<MimeData | undefined> {
  const bundle = await value.call("_toMime");
  if (typeof bundle === "object" && bundle !== null) return bundle as MimeData;
  const shown: MimeData = {};
  for (const [method, type] of Object.entries(methods)) {
    const given = await value.call(method);
    const text = given instanceof Uint8Array ? base64Of(given) : given;
    if (typeof text === "string") shown[type] = text;
  }
  return Object.keys(shown).length ? shown : undefined;
}
