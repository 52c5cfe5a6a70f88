import { call, type Expr } from "../../expression.js";
import { is, peek, type Reading } from "../reading.js";

/**
 * Passes over `^\top`, `^{\intercal}` and an upright `^\mathrm{T}`, which can only be a transpose; an italic T only above
 * a bold letter.
 */
export function takesTranspose(reading: Reading, isBold = false): boolean {
  const braced = is(peek(reading), "{");
  const [sign, after] = [braced ? 1 : 0, braced ? 2 : 1].map((ahead) => peek(reading, ahead));
  const isUpright = sign.kind === "word" && sign.text === "T";
  const isItalic = isBold && sign.kind === "letter" && sign.text === "T";
  const isSign = is(sign, "top") || is(sign, "intercal") || isUpright || isItalic;
  if (!isSign || (braced && !is(after, "}"))) return false;
  reading.next += braced ? 3 : 1;
  return true;
}

export const transposed = (of: Expr): Expr => call("transpose", of);
