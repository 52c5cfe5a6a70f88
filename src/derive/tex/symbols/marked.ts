import { call, type Expr, symbol } from "../../tree/expression.js";
import { event } from "../scripts/events.js";
import { accents, accentVariants, alphabets, greek } from "../reading/letters.js";
import { enclosed, is, needs, peek, type Reading, refuse, take } from "../reading/reading.js";

/** Whether a mark stands above more than one letter: `\overline{XY}`, `\widehat{f(x)}`. */
export function startsMarked(reading: Reading): boolean {
  const { kind, text } = peek(reading);
  if (kind !== "command" || !accents.has(markOf(text)) || !is(peek(reading, 1), "{")) return false;
  return !isOneLetter(reading, 2);
}

const markOf = (command: string): string => accentVariants[command] ?? command;

/** Whether one letter, perhaps with marks of its own, stands at a place and a brace closes behind it. */
function isOneLetter(reading: Reading, from: number): boolean {
  let ahead = from;
  while (accents.has(markOf(peek(reading, ahead).text))) {
    ahead += is(peek(reading, ahead + 1), "{") ? 2 : 1;
  }
  const { kind, text, command } = peek(reading, ahead);
  const isBold = kind === "word" && Object.hasOwn(alphabets, command ?? "");
  const isLetter = kind === "letter" || isBold || (kind === "command" && greek.has(text));
  return isLetter && is(peek(reading, ahead + 1), "}");
}

/** Reads an expression with a mark above it: which one it is, and what it means is not said. */
export function marked(reading: Reading): Expr {
  const mark = markOf(take(reading).text);
  needs(reading, "{", "{");
  const of = enclosed(reading, () => {
    const inside = event(reading, reading.grammar.sum(reading));
    needs(reading, "}", "} or a further term");
    return inside;
  });
  if (of.kind === "number") {
    const what = "a mark above digits may be of a repeating decimal";
    throw refuse(reading, peek(reading), what, "write the fraction: \\frac{1}{6}");
  }
  return call("marked", of, symbol(mark));
}
