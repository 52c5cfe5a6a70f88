import { is, peek, type Reading } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Passes over a mark that stands above a name after `^`, alone or in braces. */
export function takesMark(reading: Reading, isMark: (sign: Token) => boolean): boolean {
  const braced = is(peek(reading), "{");
  const [sign, after] = [braced ? 1 : 0, braced ? 2 : 1].map((ahead) => peek(reading, ahead));
  if (!isMark(sign) || (braced && !is(after, "}"))) return false;
  reading.next += braced ? 3 : 1;
  return true;
}
