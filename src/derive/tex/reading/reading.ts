import { GaveUp } from "../../tree/errors.js";
import type { Expr } from "../../tree/expression.js";
import { instead } from "./commands.js";
import { texError } from "./texError.js";
import type { Evidence, Found } from "./evidence.js";
import type { Token } from "./tokens.js";
import type { Vocabulary } from "./vocabulary.js";

/** A text that is being read, and the place that is reached. */
export interface Reading {
  source: string;
  tokens: Token[];
  next: number;
  /** What the caller says the names are. */
  declared: Vocabulary;
  /** What the text itself shows of its names; empty in the first of two readings. */
  evidence: Evidence;
  /** What this reading has found. */
  found: Found;
  /** The first reading only collects: it takes what may mean two things for a product. */
  scouting: boolean;
  /** Names bound by the sums, products and derivatives around this place. */
  bound: string[];
  /** Open `|` around this place: the next bare one closes. */
  bars: number;
  /** Open `\|` around this place: the next one closes. */
  norms: number;
  /** Integrals that wait for their `dx`. */
  integrals: number;
  /** Names whose differential stood in a numerator: `\int \frac{dx}{x}`. */
  differentials: string[];
  /** Brackets and braces around this place; a line may go on in the next one only at 0. */
  nesting: number;
  depth: number;
  /** Whether a bare `|` separates what is given, as in `p(x | z)`. */
  given: boolean;
  /** Names whose sums and products reach to this place. */
  tail: string[];
  /** The function whose argument without parentheses ends at this place. */
  bare?: string;
  /** Whether `\pm` is read as its lower sign. */
  isLower: boolean;
  /** What dots say of their range: the first is at least the second. */
  implied: [Expr, Expr][];
  /** How many `\pm` and `\mp` were read. */
  signs: number;
  /** Whether the statement is two, one for each sign of its `\pm`. */
  isPaired: boolean;
  /** Whether the product that ends at this place was taken at a bar. */
  barred: boolean;
  grammar: Grammar;
}

/** The readers that call each other. */
export interface Grammar {
  sum(reading: Reading): Expr;
  product(reading: Reading): Expr;
  /** One factor, or two where a name stands before parentheses. */
  factor(reading: Reading): Expr[];
  /** Reads on after an expression that may be a set or a side of a comparison. */
  event(reading: Reading, first: Expr): Expr;
  /** `\frac{a}{b}` without what stands behind it. */
  fraction(reading: Reading): Expr;
}

/** Each bracket takes three: that it is enclosed, its sum and its factor. */
const deepest = 600;

/** A place among tokens. */
export type Place = Readonly<Pick<Reading, "next"> & { tokens: readonly Token[] }>;

export const peek = (reading: Place, ahead = 0): Token =>
  reading.tokens[Math.min(reading.next + ahead, reading.tokens.length - 1)];

export function take(reading: Reading): Token {
  const token = peek(reading);
  if (token.kind !== "end") reading.next++;
  return token;
}

/** Whether a token is this sign, command or relation; letters and words are not compared. */
export const is = (token: Token, text: string): boolean =>
  token.text === text &&
  (token.kind === "sign" || token.kind === "command" || token.kind === "relation");

export function takes(reading: Reading, text: string): boolean {
  if (!is(peek(reading), text)) return false;
  reading.next++;
  return true;
}

/** The error at a token: what is wrong, and what to write. */
export function refuse(reading: Reading, token: Token, what: string, advice = "") {
  return texError(reading.source, token.at, what, advice);
}

/** The error where something else was expected; with the advice for what stands there, if there is one. */
export function unexpected(reading: Reading, expected: string, token = peek(reading)) {
  const { kind, text } = token;
  const known = Object.hasOwn(instead, text) ? instead[text] : undefined;
  const advice = known ?? (kind === "command" ? withoutCommand(text) : (byKind[kind] ?? ""));
  return refuse(reading, token, `expected ${expected}, got ${tokenText(kind, text)}`, advice);
}

/** What to write in place of a token that stands where none of its kind can. */
const byKind: Partial<Record<Token["kind"], string>> = {
  word: "write words beside the formula, a condition behind it, \\text{ for } x > 0, a name in \\mathrm{…}, \\cap for two events",
  relation: "write a statement by itself, or a name for what stands here",
  end: "go on with what is missing, or leave out the sign before it",
};

const withoutCommand = (text: string): string =>
  `write it with the commands of docs/latex.md, or give what \\${text} stands for a name: \\mathrm{${text}}`;

function tokenText(kind: Token["kind"], text: string): string {
  if (kind === "end") return "the end of the text";
  return kind === "command" ? `\\${text}` : kind === "word" ? `the word ${text}` : text;
}

export function needs(reading: Reading, text: string, expected: string): void {
  if (!takes(reading, text)) throw unexpected(reading, expected);
}

/** Reads one level deeper. @throws GaveUp beyond what the engine would hold */
export function deeper<T>(reading: Reading, read: () => T): T {
  if (++reading.depth > deepest) throw new GaveUp(`a nesting deeper than ${deepest}`);
  const result = read();
  reading.depth--;
  return result;
}

/** Reads what stands between delimiters, where bars and integrals of the outside do not count. */
export function enclosed<T>(reading: Reading, read: () => T): T {
  const { bars, norms, integrals, given, nesting } = reading;
  Object.assign(reading, { bars: 0, norms: 0, integrals: 0, given: false, nesting: nesting + 1 });
  const result = deeper(reading, read);
  Object.assign(reading, { bars, norms, integrals, given, nesting, tail: [], bare: undefined });
  return result;
}

/** Reads with a name bound. */
export function binding<T>(reading: Reading, name: string, read: () => T): T {
  reading.bound.push(name);
  const result = deeper(reading, read);
  reading.bound.pop();
  return result;
}
