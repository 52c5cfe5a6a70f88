import { accents, alphabets, greek } from "./letters.js";
import type { Vocabulary } from "./vocabulary.js";

/** What stands in a subscript that may be part of a name: digits, one letter, or a word set upright. */
export interface Subscript {
  kind: "digits" | "letter" | "word";
  text: string;
}

/** A symbol of the notes before it is a name: `\hat{y}`, `D_K`, `\sigma^2_{ML}`. */
export interface WrittenSymbol {
  /** A letter, a Greek letter's name, or a word; with its accent, `yhat`. */
  head: string;
  subscript?: Subscript;
  /** Whether the head is the square that is one name: `\sigma^2` is `sigma2`. */
  squared?: boolean;
}

/** Letters that index a family where nothing else is declared. */
export const indexLetters = new Set(["i", "j", "k", "l", "m", "n"]);

/** Names that a symbol of the notes may have besides the one that it spells. */
const otherNames: Record<string, string> = { pi: "prior" };

/** The names that a written symbol can have, the usual one first. */
export function candidateNames({ head, subscript, squared }: WrittenSymbol): string[] {
  const base = squared ? `${head}2` : head;
  if (!subscript) return [base, ...(Object.hasOwn(otherNames, base) ? [otherNames[base]] : [])];
  const { kind, text } = subscript;
  const apart = `${base}_${text}`;
  if (kind === "letter" || (kind === "digits" && /\d$/.test(base))) return [apart];
  // sigma2 is σ², so that σ with a 2 below needs another name.
  if (base === "sigma" && text === "2") return [apart];
  const joins = kind === "digits" || (/^[A-Z]{2,}$/.test(text) && /^[a-z]/.test(base));
  return joins ? [`${base}${text}`, apart] : [apart];
}

/** What a written symbol with a subscript of this kind is: a name, an entry of a family, or not to be told apart. */
export type Meaning =
  | { kind: "symbol"; name: string }
  | { kind: "entry"; family: string }
  | { kind: "ambiguous"; readings: string[] };

/**
 * The meaning of a written symbol. What is declared comes first; then a bound name or an index letter makes an entry;
 * then what the text itself shows (`evidence`); and a name else.
 */
export function meaningOf(
  symbol: WrittenSymbol,
  declared: Vocabulary,
  evidence: Vocabulary,
  bound: readonly string[],
): Meaning {
  const names = candidateNames(symbol);
  const { subscript } = symbol;
  const family = symbol.squared ? `${symbol.head}2` : symbol.head;
  const entry = subscript !== undefined && subscript.kind !== "word";
  const readings = names.filter((name) => declared.symbols.has(name));
  if (entry && declared.families.has(family)) readings.push(`${family}[${subscript.text}]`);
  if (readings.length > 1) return { kind: "ambiguous", readings };
  if (readings.length === 1) {
    return readings[0].endsWith("]")
      ? { kind: "entry", family }
      : { kind: "symbol", name: readings[0] };
  }
  if (!entry) return { kind: "symbol", name: names[0] };
  const indexed =
    subscript.kind === "letter" &&
    (bound.includes(subscript.text) || indexLetters.has(subscript.text));
  if (indexed || evidence.families.has(family)) return { kind: "entry", family };
  return { kind: "symbol", name: names[0] };
}

/** How the notes write a name: the written symbol of which it is a usual name, undefined for a word. */
export function writtenSymbol(name: string): WrittenSymbol | undefined {
  if (name === "prior") return { head: "pi" };
  const square = /^sigma2([A-Z]{2,}|_[A-Za-z0-9]+)?$/.exec(name);
  if (square) return { head: "sigma", squared: true, ...tailSubscript(square[1]) };
  const [, head, tail] =
    /^([A-Za-z]+?)(\d+|(?<=^[a-z]+)[A-Z]{2,}|_[A-Za-z0-9]+)?$/.exec(name) ?? [];
  return head && isHead(head) ? { head, ...tailSubscript(tail) } : undefined;
}

function tailSubscript(tail?: string): { subscript?: Subscript } {
  if (!tail) return {};
  const text = tail.replace("_", "");
  const kind = /^\d+$/.test(text)
    ? "digits"
    : text.length === 1 || greek.has(text)
      ? "letter"
      : "word";
  return { subscript: { kind, text } };
}

/** Whether a text is a letter or a Greek letter, perhaps with marks. */
export function isHead(head: string): boolean {
  const { letter, mark } = markedHead(head);
  return mark !== undefined || letter.length === 1 || greek.has(letter);
}

/** Lists of ones and of zeros, `\mathbf{1}`, by the words that stand for them in a name. */
const bold: ReadonlySet<string> = new Set(["one", "zero"]);

const marks = [...accents, ...new Set(Object.values(alphabets)), "prime", "star"];

/** A head without its outermost mark: `yhat` is y with a hat, `fprime` is f', `xboldhat` is xbold with a hat. */
export function markedHead(head: string): { letter: string; mark?: string } {
  for (const mark of marks) {
    const letter = head.slice(0, -mark.length);
    const isWord =
      mark === "cal" ? /^[A-Z]{2,}$/.test(letter) : mark === "bold" && bold.has(letter);
    if (head.endsWith(mark) && letter !== "" && (isWord || isHead(letter))) return { letter, mark };
  }
  return { letter: head };
}

/** A name without its subscript, taken apart: A and `hat` of `Ahat_1`. */
function marksOf(name: string): { letter: string; marks: string[] } {
  const found: string[] = [];
  let letter = writtenSymbol(name)?.head ?? name;
  for (;;) {
    const { letter: inner, mark } = markedHead(letter);
    if (mark === undefined) return { letter, marks: found };
    found.push(mark);
    letter = inner;
  }
}

/** The letter of a name without its marks and its subscript: A of `A_1` and `Ahat`. */
export const letterOf = (name: string): string => marksOf(name).letter;

/** Whether a name is one of a vector or a matrix by its letter: `xbold` and `vvec`, also with a hat or an index. */
export const isBold = (name: string): boolean =>
  marksOf(name).marks.some((mark) => mark === "bold" || mark === "vec");
