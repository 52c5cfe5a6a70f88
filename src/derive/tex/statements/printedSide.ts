import { printedForm } from "../../tree/printed.js";
import type { Token } from "../reading/tokens.js";

const signs: Record<string, string> = { times: "*", cdot: "*" };

/**
 * What the tokens of a side print, in plain text, if it is a number such as `2.92 \times 10^{-2}`; undefined for
 * anything else.
 */
export function printedSide(tokens: readonly Token[]): string | undefined {
  const pieces = tokens.map(({ kind, text }) => {
    if (kind === "command") return Object.hasOwn(signs, text) ? signs[text] : "?";
    return kind === "number" || "{}()^-".includes(text) ? text : "?";
  });
  // Brackets around a number alone group nothing: 10^{-2} is 10^-2. The spaces keep what stood apart apart.
  const alone = /[{(]\s*(-?\s*[\d.]+)\s*[)}]/g;
  const plain = pieces.join(" ").replace(alone, " $1 ").trim();
  return printedForm.test(plain) ? plain.replace(/\s/g, "") : undefined;
}
