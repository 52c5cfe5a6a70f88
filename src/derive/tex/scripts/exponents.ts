import type { Expr } from "../../tree/expression.js";
import { argument } from "./arguments.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";

/** Reads what follows `^`. What stands there in other meanings than a power is refused. */
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
      "state T in the assumptions for a power; write ^\\top for a transpose",
    );
  }
  if (is(token, "{") && labelled(reading)) {
    throw refuse(
      reading,
      inside,
      "an exponent in brackets is a label in most notes",
      "declare x as a family, or write x_{i} for an entry; x^{i} for a power",
    );
  }
  if (token.kind === "command" && /^[tdc]?frac$/.test(token.text))
    return reading.grammar.fraction(reading);
  return argument(reading, "an exponent");
}

/** Whether the exponent is one thing in brackets: `x^{(i)}`, `W^{[1]}`. */
function labelled(reading: Reading): boolean {
  const [open, close, end] = [1, 3, 4].map((ahead) => peek(reading, ahead));
  const pair = (is(open, "(") && is(close, ")")) || (is(open, "[") && is(close, "]"));
  return pair && is(end, "}");
}
