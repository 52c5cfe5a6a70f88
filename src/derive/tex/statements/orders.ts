import { call, type Expr } from "../../tree/expression.js";
import { readArguments } from "../scripts/callArguments.js";
import { orders } from "../symbols/knownLetters.js";
import { is, peek, type Reading, refuse, take } from "../reading/reading.js";

/** `= O(n^2)` and `= \mathcal{O}(n^2)`: an order of growth, unless O is a name of the text. */
export function isOrder(reading: Reading): boolean {
  const token = peek(reading);
  if (token.text !== "O" || !is(peek(reading, 1), "(")) return false;
  if (token.command === "mathcal") return true;
  const { declared, evidence } = reading;
  const known = [declared, evidence].some(
    ({ symbols, families, functions }) =>
      symbols.has("O") || families.has("O") || functions.has("O"),
  );
  return token.kind === "letter" && !known;
}

/** `= \\Theta(n^2)`, alone on its side: Theta, Omega and o state an order by their own name. */
export function isNamedOrder(reading: Reading): boolean {
  const { text } = peek(reading);
  if (!orders.has(text) || text === "O" || !is(peek(reading, 1), "(")) return false;
  const { declared, evidence } = reading;
  if (
    [declared, evidence].some(({ symbols, functions }) => symbols.has(text) || functions.has(text))
  )
    return false;
  for (let [ahead, depth] = [1, 0]; ; ahead++) {
    const token = peek(reading, ahead);
    if (token.kind === "end") return false;
    if (is(token, "(")) depth++;
    if (is(token, ")") && --depth === 0) {
      const next = peek(reading, ahead + 1);
      return next.kind === "end" || next.kind === "word" || behindOrder.has(next.text);
    }
  }
}

const behindOrder = new Set([",", ".", ";", "\\\\", "\\quad", "\\end", "&"]);

export function namedOrder(reading: Reading): Expr {
  const { text } = peek(reading);
  return call(text, orderOf(reading));
}

export function orderOf(reading: Reading): Expr {
  const token = take(reading);
  const { items } = readArguments(reading, false);
  if (items.length > 1) throw refuse(reading, token, "an order of growth is one expression");
  return items[0].expr;
}
