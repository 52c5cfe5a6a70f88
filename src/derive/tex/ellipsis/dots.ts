import {
  call,
  type Expr,
  number,
  parts,
  sumOf,
  symbol,
  times,
  treeKey,
} from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import type { Found } from "../reading/evidence.js";
import { is, peek, type Reading, refuse, take } from "../reading/reading.js";
import { writtenSymbol } from "../reading/symbolNames.js";
import type { Token } from "../reading/tokens.js";
import { type General, generalTerm } from "./generalTerm.js";

/** Whether a token is three dots. */
export const isDots = (token: Token): boolean =>
  token.kind === "command" && /^(?:dots|ldots|cdots|dotsc|dotsb|dotsm)$/.test(token.text);

const other = new Set(["vdots", "ddots"]);
const before = new Set([",", "(", "[", "\\{", "&", "\\\\", "\\begin", "{"]);
const behind = new Set([",", ")", "]", "\\}", "&", "\\\\", "\\end", "}"]);

/** Whether dots stand in the place of an argument or an entry: `f(x_1, \dots, x_n)`, `\vdots` in a column. */
export function isLeftOut({ tokens, next }: Reading): boolean {
  const token = tokens[next];
  if (!isDots(token) && !(token.kind === "command" && other.has(token.text))) return false;
  const [last, after] = [tokens[next - 1], tokens[next + 1]];
  return last?.kind === "sign" && before.has(last.text) && behind.has(after.text);
}

/** Reads dots in the place of arguments or entries: which these are is not said. */
export function leftOut(reading: Reading): Expr {
  take(reading);
  return call("dots", number(3n));
}

/** Reads on after the terms before `+ \cdots + x_n`: the sum that they begin and this last term ends. */
export function dottedSum(reading: Reading, terms: readonly Expr[]): Expr {
  take(reading);
  const dots = take(reading);
  if (!is(peek(reading), "+")) throw withoutEnd(reading, dots, "sum");
  take(reading);
  const last = reading.grammar.product(reading);
  return ranging(reading, dots, "sum", terms, last);
}

/** Whether dots go on with a product, `1 \cdot 2 \cdots n` or `1 \times 2 \times \dots \times n`. */
export const startsDots = (reading: Reading): boolean =>
  isDots(peek(reading)) || (isTimes(peek(reading)) && isDots(peek(reading, 1)));

/** Reads on after the factors before `\cdots a_n`: the product that they begin and this last factor ends. */
export function dottedProduct(reading: Reading, factors: readonly Expr[]): Expr {
  if (isTimes(peek(reading))) take(reading);
  const dots = take(reading);
  if (isTimes(peek(reading))) take(reading);
  const [last, ...more] = reading.grammar.factor(reading);
  if (last === undefined || more.length > 0) throw withoutEnd(reading, dots, "prod");
  return ranging(reading, dots, "prod", factors, last);
}

const isTimes = (token: Token): boolean => is(token, "cdot") || is(token, "times");

function ranging(
  reading: Reading,
  dots: Token,
  name: "sum" | "prod",
  written: readonly Expr[],
  last: Expr,
): Expr {
  // What is a family is known only in the second reading.
  if (reading.scouting) noteFamilies(reading.found, written[0], last);
  if (reading.scouting) return name === "sum" ? sumOf(...written, last) : times(...written, last);
  const general = generalTerm(written, last);
  if (general) {
    noteRange(reading, general);
    return call(name, general.term, symbol(general.index), general.from, general.to);
  }
  throw refuse(
    reading,
    dots,
    "the written terms do not determine those that the dots leave out",
    `write them with their limits: \\${name}_{k=1}^{n}`,
  );
}

/** `x_1 + \dots + x_N`: what has a number below in one term and a letter in the last is a family. */
function noteFamilies(found: Found, first: Expr, last: Expr): void {
  if (first.kind === "symbol" && last.kind === "symbol") {
    const [one, other] = [writtenSymbol(first.name), writtenSymbol(last.name)];
    const isFamily = one?.subscript?.kind === "digits" && other?.subscript?.kind === "letter";
    if (isFamily && one.head === other.head && !one.squared && !other.squared)
      found.families.set(one.head, 1);
  }
  const [ones, others] = [parts(first), parts(last)];
  ones.forEach((part, i) => others[i] && noteFamilies(found, part, others[i]));
}

/** Dots stand for a range that is not empty; where its names are known they say no more. */
function noteRange({ implied, declared }: Reading, { from, to }: General): void {
  const isKnown = [...freeNames(to)].every((name) => declared.symbols.has(name));
  const isNoted = implied.some(
    ([one, other]) => treeKey(one) === treeKey(to) && treeKey(other) === treeKey(from),
  );
  if (!isKnown && !isNoted) implied.push([to, from]);
}

const withoutEnd = (reading: Reading, dots: Token, name: "sum" | "prod") =>
  refuse(
    reading,
    dots,
    "no single last term stands behind these dots",
    `write them with their limits: \\${name}_{k=1}^{n}, without end \\${name}_{k=1}^{\\infty}`,
  );
