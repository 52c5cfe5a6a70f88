import { pictureType } from "../../notebook/index.js";
import { svgAddresses } from "../html/addresses.js";

/** A picture that a notebook names or holds: its data URI and what it lacks, or why the page leaves it out. */
export type Found = { data: string; missing: string[] } | { refused: string };

/** Looks for the picture that a notebook names. */
export type Picture = (source: string) => Found;

/** The media types that a page may hold, by the endings of file names. */
export const endings = new Map([
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
  ["avif", "image/avif"],
  ["svg", "image/svg+xml"],
]);
const types = new Set(endings.values());

/** A picture of a stated type, if its bytes are of that type: the name alone proves nothing. */
export function pictureOf(type: string, bytes: Buffer): Found {
  if (!types.has(type)) return { refused: `${type} is no type of picture that a page may hold` };
  const held = sniffed(bytes);
  if (held !== type) return { refused: `it says ${type} and holds ${held ?? "no picture"}` };
  const asked = type === "image/svg+xml" ? svgAddresses(bytes.toString("utf8")) : [];
  return {
    data: `data:${type};base64,${bytes.toString("base64")}`,
    missing: asked.map((address) => `what an SVG asks for, ${address}`),
  };
}

/** A picture that a notebook stores in base64. */
export function storedPicture(type: string, base64: string): Found {
  return pictureOf(type, Buffer.from(base64, "base64"));
}

/** Whether a picture is written as a data URI. */
export function isWritten(source: string): boolean {
  return /^data:/i.test(source);
}

/** A picture that a notebook writes as a data URI. */
export function writtenPicture(uri: string): Found {
  const comma = uri.indexOf(",");
  const [type, ...rest] = uri.slice("data:".length, comma).toLowerCase().split(";");
  if (comma < 0) return { refused: "its data URI holds no data" };
  const body = uri.slice(comma + 1);
  const bytes = rest.includes("base64") ? Buffer.from(body, "base64") : Buffer.from(decoded(body));
  return pictureOf(type.trim(), bytes);
}

/** Text with its `%20`; as it is where it holds none that can be read. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Bytes before the opening of an SVG: a declaration and comments, such as a licence. */
const headLength = 4096;

/** What bytes are, by how they begin. */
function sniffed(bytes: Buffer): string | undefined {
  const found = pictureType(bytes);
  if (found) return found;
  return isSvg(bytes.subarray(0, headLength).toString("utf8")) ? "image/svg+xml" : undefined;
}

/** Whether a text opens as SVG, behind declarations and comments. */
function isSvg(text: string): boolean {
  let rest = text.replace(/^\ufeff/, "").trimStart();
  for (const [open, close] of [
    ["<?xml", "?>"],
    ["<!--", "-->"],
    ["<!DOCTYPE svg", ">"],
    ["<!--", "-->"],
  ]) {
    while (rest.startsWith(open)) {
      const end = rest.indexOf(close, open.length);
      if (end < 0) return false;
      rest = rest.slice(end + close.length).trimStart();
    }
  }
  return /^<svg[\s>]/.test(rest);
}
