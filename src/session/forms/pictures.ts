import { type MimeData, pictureType } from "../../notebook/index.js";
import type { Probe } from "./probe.js";

/** Pictures that notebooks show. */
const shown = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** Fewer bytes are no picture, whatever they begin with. */
const least = 26;

/** The bytes of a picture, by what they begin with. */
export function pictureForm(value: unknown): MimeData | undefined {
  if (!(value instanceof Uint8Array) || value.length < least) return undefined;
  const type = pictureType(value);
  return type && shown.includes(type)
    ? { [type]: base64Of(value), "text/plain": `${type}, ${value.length} bytes` }
    : undefined;
}

/** What is drawn on a canvas: its bytes where it gives them, else its data URL. */
export async function canvasForm(value: Probe): Promise<MimeData | undefined> {
  if (!value.has("getContext", "toDataURL")) return undefined;
  const size = `canvas, ${String(value.get("width"))} × ${String(value.get("height"))}`;
  const bytes = pictureForm(await value.call("toBuffer", "image/png"));
  if (bytes) return { ...bytes, "text/plain": size };
  const url = /^data:(image\/[a-z]+);base64,(.+)$/.exec(String(await value.call("toDataURL")));
  return url ? { [url[1]]: url[2], "text/plain": size } : undefined;
}

export function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
