import type { Expr } from "../../tree/expression.js";
import { argument } from "./arguments.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";

/** Reads what follows `^`, after a letter or a bracket. What stands there in other meanings than a power is refused. */
export function exponent(reading: Reading): Expr {
  const token = peek(reading);
  const inside = is(token, "{") ? peek(reading, 1) : token;
  const closing = is(token, "{") ? peek(reading, 2) : peek(reading, 1);
  if (is(inside, "*") || is(inside, "prime") || is(inside, "dagger") || is(inside, "'")) {
    throw refuse(
      reading,
      inside,
      `${inside.text} is no exponent`,
      "write another name, for instance x' or x_{\\mathrm{opt}}",
    );
  }
  const known = reading.declared.symbols.has("T") || reading.bound.includes("T");
  const transposed = inside.text === "T" && (closing === peek(reading, 1) || is(closing, "}"));
  if (transposed && !known) {
    throw refuse(
      reading,
      inside,
      "^T may be a power or a transpose",
      "state `T real` among the assumptions for a power; write ^\\top for a transpose",
    );
  }
  if (token.kind === "command" && /^[tdc]?frac$/.test(token.text))
    return reading.grammar.fraction(reading);
  return argument(reading, "an exponent");
}

/** What ends a label that begins so. */
export const closings = new Map([
  ["(", ")"],
  ["[", "]"],
]);

/** Tokens of `{(…)}` or `{[…]}` from a place on; 0 where its brackets do not hold all that its braces do. */
export function lengthInBrackets(reading: Reading, from: number): number {
  const opening = peek(reading, from + 1).text;
  const closing = closings.get(opening);
  if (closing === undefined || !is(peek(reading, from), "{")) return 0;
  let depth = 0;
  for (let ahead = from + 1; ; ahead++) {
    const token = peek(reading, ahead);
    if (token.kind === "end") return 0;
    if (is(token, opening)) depth++;
    if (is(token, closing) && --depth === 0)
      return is(peek(reading, ahead + 1), "}") ? ahead + 2 - from : 0;
  }
}

/**
 * Tokens of an exponent that is a label, as those of `x^{(i)}`, `W^{[1]}`, `a^{[l-1]}`, from a place on; 0 for any other.
 */
export function lengthOfLabel(reading: Reading, from: number, head: string): number {
  const length = lengthInBrackets(reading, from);
  if (head === "e" && length !== 5) return 0;
  if (length === 5) return length;
  const [sign, second] = [from + 3, from + 4].map((ahead) => peek(reading, ahead));
  const isShifted = length === 7 && (is(sign, "+") || is(sign, "-")) && second.kind === "number";
  return isShifted ? length : 0;
}
