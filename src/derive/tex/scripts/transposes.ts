import { call, type Expr } from "../../tree/expression.js";
import { takesMark } from "./above.js";
import { is, peek, type Reading } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/**
 * Passes over `^\top`, `^{\intercal}` and an upright `^\mathrm{T}`, which can only be a transpose; an italic T only above
 * a bold letter.
 */
export const takesTranspose = (reading: Reading, isBold = false): boolean =>
  takesMark(reading, (sign) => isTransposeSign(sign, isBold));

function isTransposeSign(sign: Token, isBold: boolean): boolean {
  const isLetter = sign.kind === "word" || (isBold && sign.kind === "letter");
  return is(sign, "top") || is(sign, "intercal") || (isLetter && sign.text === "T");
}

/** Passes over `^{-\\top}` and `^{-T}`: the inverse of a transpose. */
export function takesInverseTranspose(reading: Reading, isBold = false): boolean {
  const [open, minus, sign, close] = [0, 1, 2, 3].map((ahead) => peek(reading, ahead));
  const isPlain = is(open, "{") && is(minus, "-") && is(close, "}");
  if (!isPlain || !isTransposeSign(sign, isBold)) return false;
  reading.next += 4;
  return true;
}

export const transposed = (of: Expr): Expr => call("transpose", of);
