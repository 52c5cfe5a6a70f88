import { type Expr, number, symbol } from "../../tree/expression.js";
import { rational } from "../../../num/index.js";
import {
  enclosed,
  needs,
  peek,
  type Reading,
  is,
  refuse,
  take,
  unexpected,
} from "../reading/reading.js";
import { inAlphabet } from "./alphabet.js";
import { alphabets, greek } from "../reading/letters.js";
import { resolved } from "../reading/resolve.js";

/** Reads what TeX takes as one argument: braces with an expression, or one digit, letter or Greek letter. */
export function argument(reading: Reading, expected = "an argument in braces"): Expr {
  if (is(peek(reading), "{")) return bracedSum(reading);
  const token = peek(reading);
  if (token.kind === "number") return number(rational(firstDigit(reading)));
  if (token.kind === "letter") return resolved(reading, token, { head: take(reading).text });
  if (token.kind === "word" && Object.hasOwn(alphabets, token.command ?? "")) {
    return resolved(reading, token, { head: inAlphabet(reading, take(reading)) });
  }
  if (token.kind === "command" && token.text === "infty") {
    take(reading);
    return symbol("Infinity");
  }
  if (token.kind === "command" && greek.has(token.text)) {
    take(reading);
    return resolved(reading, token, { head: token.text });
  }
  throw unexpected(reading, expected);
}

/** Reads `{…}`. */
export function bracedSum(reading: Reading): Expr {
  needs(reading, "{", "{");
  return enclosed(reading, () => {
    const expr = reading.grammar.sum(reading);
    needs(reading, "}", "} or a further term");
    return expr;
  });
}

/** TeX takes one digit of a number: `\frac12` is one half, `x^23` is x^2 and a 3. */
export function firstDigit(reading: Reading): string {
  const { text, at } = peek(reading);
  if (!/^\d+$/.test(text)) {
    throw refuse(
      reading,
      peek(reading),
      "only the first digit would be taken",
      "put the number in braces",
    );
  }
  if (text.length === 1) return take(reading).text;
  reading.tokens[reading.next] = { kind: "number", text: text.slice(1), at: at + 1 };
  return text[0];
}
