import { call, type Expr, symbol } from "../../tree/expression.js";
import {
  binding,
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "../reading/reading.js";
import { readName } from "../symbols/symbols.js";

/** Reads `\lim_{x \to a} f` and `\limsup_{n \to \infty} a_n` with the product that follows; `0^+` and `0^-` are the limits from one side. */
export function limit(reading: Reading): Expr {
  const place = take(reading);
  const operator = place.text === "lim" ? "limit" : place.text;
  if (!takes(reading, "_") || !takes(reading, "{")) {
    throw unexpected(reading, "what goes where, as in \\lim_{x \\to 0}");
  }
  const { name, to, side } = enclosed(reading, () => {
    const name = readName(reading);
    if (!takes(reading, "to") && !takes(reading, "rightarrow")) {
      const what = "a limit is taken of one name that goes somewhere";
      throw refuse(reading, peek(reading), what, "write one letter before \\to: \\lim_{h \\to 0}");
    }
    const side = sideOf(reading);
    const to = reading.grammar.sum(reading);
    needs(reading, "}", "} after where it goes");
    return { name, to, side };
  });
  if (is(peek(reading), "-")) {
    throw refuse(
      reading,
      place,
      "a sign right after the limit",
      "put what it is of in parentheses",
    );
  }
  const of = binding(reading, name, () => reading.grammar.product(reading));
  reading.tail = [name, ...reading.tail];
  return call(operator, of, symbol(name), to, ...(side ? [symbol(side)] : []));
}

/** The side in `0^+` or `0^{-}` before the end of these braces; it is taken out, being no exponent. */
function sideOf({ tokens, next }: Reading): string | undefined {
  let [at, depth] = [next, 0];
  for (; at < tokens.length; at++) {
    if (is(tokens[at], "{")) depth++;
    if (is(tokens[at], "}") && depth-- === 0) break;
  }
  const braced = is(tokens[at - 1], "}");
  const from = at - (braced ? 4 : 2);
  const sign = tokens[from + (braced ? 2 : 1)];
  if (from < next || !is(tokens[from], "^") || !(is(sign, "+") || is(sign, "-"))) return undefined;
  tokens.splice(from, at - from);
  return sign.text === "+" ? "above" : "below";
}
