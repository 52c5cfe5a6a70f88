import { type Expr, number, symbol } from "../../tree/expression.js";
import { lengthInBrackets } from "./exponents.js";
import { isText } from "../reading/prose.js";
import { is, needs, peek, type Reading, refuse } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";
import type { Scripted } from "./head.js";

/** `x^*`, `x^\star`: a mark and no exponent. */
export const takesStar = (reading: Reading): boolean =>
  takesMark(reading, (sign) => is(sign, "*") || is(sign, "ast") || is(sign, "star"));

/** `E^{\mathrm{c}}`: the complement of a set; an italic c may be an exponent. */
export const takesComplement = (reading: Reading, head: string): boolean =>
  /^[A-Z]$/.test(head) && takesMark(reading, ({ kind, text }) => kind === "word" && text === "c");

/** How many primes `^{\prime\prime}` is. */
export function takesPrimes(reading: Reading): number {
  const inside = is(peek(reading), "{") ? 1 : 0;
  let count = 0;
  const isPrime = (token: Token) => is(token, "prime") || (inside > 0 && is(token, "'"));
  while (isPrime(peek(reading, inside + count)) && (inside > 0 || count === 0)) count++;
  if (count === 0 || (inside > 0 && !is(peek(reading, inside + count), "}"))) return 0;
  reading.next += count + 2 * inside;
  return count;
}

/** `x^{(i)}` or `x^{[i]}` of a name that is declared to be a family: the entry i. */
export const isLabelled = (reading: Reading, head: string): boolean =>
  reading.declared.labelled?.has(head) === true && lengthInBrackets(reading, 1) > 0;

/** Whether a word in upright letters stands above: `x^{\text{new}}`. One letter may be a transpose or an exponent. */
export function isWordAbove(reading: Reading): boolean {
  const inside = is(peek(reading), "{") ? 1 : 0;
  const { kind, text } = peek(reading, inside);
  const ends = inside === 0 || is(peek(reading, 2), "}");
  const isKnown = reading.declared.symbols.has(text.trim());
  return kind === "word" && ends && !isKnown && /^\s*[A-Za-z]{2,}\s*$/.test(text);
}

/** A word above a letter is a part of its name, as one below it is. */
export function nameAbove(reading: Reading, scripted: Scripted): void {
  const inside = is(peek(reading), "{");
  const word = peek(reading, inside ? 1 : 0);
  if (!isText(word)) {
    throw refuse(
      reading,
      word,
      `${word.text} above a letter may be an exponent or a part of its name`,
      `write it below for a name, x_{\\mathrm{${word.text}}}, or state \`${word.text} real\` among the assumptions for an exponent`,
    );
  }
  reading.next += inside ? 3 : 1;
  scripted.head += `_${word.text.trim()}`;
  scripted.whole = true;
}

export function indicesBelow(reading: Reading, { token, below }: Scripted): Expr[] {
  if (!below) return [];
  if ("indices" in below) return below.indices;
  const { kind, text } = below.name;
  if (kind === "word") throw refuse(reading, token, "a label above a name", "write x_{j}^{(i)}");
  return [kind === "digits" ? number(BigInt(text)) : symbol(text)];
}

export function labelOf(reading: Reading, closing: string): Expr {
  const label = reading.grammar.sum(reading);
  needs(reading, closing, `${closing} after the label`);
  needs(reading, "}", "} after the label");
  return label;
}

/** Passes over a mark that stands above a name after `^`, alone or in braces. */
export function takesMark(reading: Reading, isMark: (sign: Token) => boolean): boolean {
  const braced = is(peek(reading), "{");
  const [sign, after] = [braced ? 1 : 0, braced ? 2 : 1].map((ahead) => peek(reading, ahead));
  if (!isMark(sign) || (braced && !is(after, "}"))) return false;
  reading.next += braced ? 3 : 1;
  return true;
}
