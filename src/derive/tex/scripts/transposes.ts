import { call, type Expr } from "../../tree/expression.js";
import { takesMark } from "./marks.js";
import { is, type Reading } from "../reading/reading.js";

/**
 * Passes over `^\top`, `^{\intercal}` and an upright `^\mathrm{T}`, which can only be a transpose; an italic T only above
 * a bold letter.
 */
export const takesTranspose = (reading: Reading, isBold = false): boolean =>
  takesMark(reading, (sign) => {
    const isLetter = sign.kind === "word" || (isBold && sign.kind === "letter");
    return is(sign, "top") || is(sign, "intercal") || (isLetter && sign.text === "T");
  });

export const transposed = (of: Expr): Expr => call("transpose", of);
