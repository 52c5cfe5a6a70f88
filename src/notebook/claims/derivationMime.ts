import { derivationMimes } from "../../record/index.js";
import type { MimeData } from "../format/types.js";

/** What an output holds as a derivation, unchecked; undefined if it holds none. */
export function storedDerivation(data: MimeData): unknown {
  return derivationMimes.map((mime) => data[mime]).find((value) => value !== undefined);
}

/** The same output with another derivation under today's media type, or with none. */
export function withStored(data: MimeData, derivation: unknown): MimeData {
  const rest = Object.entries(data).filter(([mime]) => !derivationMimes.includes(mime));
  const own = derivation === undefined ? [] : [[derivationMimes[0], derivation]];
  return Object.fromEntries([...rest, ...own]) as MimeData;
}
