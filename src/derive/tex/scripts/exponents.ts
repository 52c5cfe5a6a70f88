import type { Expr } from "../../tree/expression.js";
import { argument } from "./arguments.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";

/** Reads what follows `^`, after a letter or a bracket. What stands there in other meanings than a power is refused. */
export function exponent(reading: Reading, head = "x"): Expr {
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
  if (is(token, "{") && labelled(reading)) {
    throw refuse(
      reading,
      inside,
      "an exponent in brackets is a label in most notes",
      is(peek(reading, 5), "(")
        ? "write \\operatorname{f}(…) for a function, with a name of its own for each label"
        : `state \`${head} family\` among the assumptions, or write x_{i} for an entry; x^{i} for a power`,
    );
  }
  if (token.kind === "command" && /^[tdc]?frac$/.test(token.text))
    return reading.grammar.fraction(reading);
  return argument(reading, "an exponent");
}

/** Whether the exponent is all in brackets: `x^{(i)}`, `W^{[1]}`, `a^{[l-1]}`. */
function labelled(reading: Reading): boolean {
  const pair = is(peek(reading, 1), "[") ? "]" : is(peek(reading, 1), "(") ? ")" : undefined;
  return pair !== undefined && is(peek(reading, 3), pair) && is(peek(reading, 4), "}");
}
