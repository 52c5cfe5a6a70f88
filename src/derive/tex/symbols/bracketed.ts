import type { Head } from "../scripts/head.js";
import { knownFunctions } from "../reading/letters.js";
import { operators } from "./knownLetters.js";
import { is, peek, type Reading } from "../reading/reading.js";

/** What stands in brackets that can be no index: parentheses in another form. */
const noIndex = /^(?:frac|[td]frac|sqrt|sin|cos|tan|log|ln|exp|pi)$/;

/**
 * `\mu \left[ \sqrt{2} - 1 \right]`: a factor where the letter stands without brackets, too, and what they hold can be
 * neither an index nor what a variable is.
 */
export function isBracketedFactor(reading: Reading, { names, letter }: Head): boolean {
  const { evidence, scouting } = reading;
  if (names[0] === undefined || operators.has(names[0]) || knownFunctions.has(letter)) return false;
  if (!scouting && !evidence.symbols.has(names[0])) return false;
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "[")) depth++;
    if (is(token, "]")) depth--;
    if (depth === 0 || token.kind === "end") return false;
    if (token.kind === "command" && noIndex.test(token.text)) return true;
  }
}
