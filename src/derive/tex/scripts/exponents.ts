import type { Expr } from "../../tree/expression.js";
import { argument } from "./arguments.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";

/** Reads what follows `^`, after a letter or a bracket. What stands there in other meanings than a power is refused. */
export function exponent(reading: Reading, head?: string): Expr {
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
  const label = lengthOfLabel(reading, head);
  if (label > 0) {
    throw refuse(
      reading,
      inside,
      "an exponent in brackets is a label in most notes",
      is(peek(reading, label), "(")
        ? "write \\operatorname{f}(…) for a function, with a name of its own for each label"
        : `state \`${head ?? "x"} family\` among the assumptions, or write x_{i} for an entry; x^{i} for a power`,
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

/** Tokens of an exponent that is a label, as those of `x^{(i)}`, `W^{[1]}`, `a^{[l-1]}`; 0 for any other. */
function lengthOfLabel(reading: Reading, head: string | undefined): number {
  const length = lengthInBrackets(reading, 0);
  if (length === 5) return length;
  const isShifted =
    length === 7 &&
    (is(peek(reading, 3), "+") || is(peek(reading, 3), "-")) &&
    peek(reading, 4).kind === "number";
  // Numbers, and brackets, which have no head, are raised to (n + 1) and have no label.
  const isPower = is(peek(reading, 1), "(") && (head === undefined || head === "e");
  return isShifted && !isPower ? length : 0;
}
