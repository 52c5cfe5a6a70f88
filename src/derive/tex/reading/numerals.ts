import { texError } from "./texError.js";

/** One `{,}` may be a decimal comma; two of them, or one before a point, can only be of thousands. */
export const thousands = /\d{1,3}(?:(?:\{,\}\d{3}){2,}(?!\d|\{)(?:\.\d+)?|\{,\}\d{3}\.\d+)/y;
/** Digits, with thin spaces between thousands. */
export const numeral = /(?:\d+(?:\\,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/y;
const bracedComma = /\{,\}/y;
const powerOfTen = /[eE][+-]?\d/y;

/** What after digits leaves open which number is meant, and what to write instead. */
const unclear: [RegExp, string, string][] = [
  [
    bracedComma,
    "this comma may be one of thousands or a decimal comma",
    "write 1\\,000 for one thousand, 0.5 for a half",
  ],
  [
    powerOfTen,
    "this e may be a power of ten or the number e",
    "write 1 \\times 10^{-3} for the power of ten, 1 \\cdot e - 3 for the number",
  ],
];

/** The digits of a number; `1e-3` would be 1·e − 3. */
export function numberText(source: string, at: number, digits: string): string {
  for (const [pattern, what, advice] of unclear) {
    pattern.lastIndex = at;
    if (pattern.test(source)) throw texError(source, at, what, advice);
  }
  return digits.replace(/\\,|\{,\}/g, "");
}
