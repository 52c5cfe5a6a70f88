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
  const label = is(token, "{") ? lengthOfLabel(reading, head) : 0;
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

/** Tokens of an exponent that is all in brackets, as those of `x^{(i)}`, `W^{[1]}`, `a^{[l-1]}`; 0 for any other. */
function lengthOfLabel(reading: Reading, head: string | undefined): number {
  const pair = is(peek(reading, 1), "[") ? "]" : is(peek(reading, 1), "(") ? ")" : undefined;
  const isShifted =
    (is(peek(reading, 3), "+") || is(peek(reading, 3), "-")) && peek(reading, 4).kind === "number";
  // Numbers, and brackets, which have no head, are raised to (n + 1) and have no label.
  if (isShifted && pair === ")" && (head === undefined || head === "e")) return 0;
  const end = isShifted ? 5 : 3;
  const isWhole =
    pair !== undefined && is(peek(reading, end), pair) && is(peek(reading, end + 1), "}");
  return isWhole ? end + 2 : 0;
}
