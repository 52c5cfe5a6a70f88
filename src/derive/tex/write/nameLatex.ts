import { accents, alphabets, greek } from "../reading/letters.js";
import {
  candidateNames,
  markedHead,
  meaningOf,
  type WrittenSymbol,
  writtenSymbol,
} from "../reading/symbolNames.js";
import type { Vocabulary } from "../reading/vocabulary.js";

/** What is known around a name that is written. */
export interface Surroundings {
  vocabulary: Vocabulary;
  /** Names bound by the sums and products around. */
  bound: readonly string[];
}

/**
 * A name as the notes set it: `D_K` is D_K, `x11` is x with subscript 11, `mu` is the Greek letter, `yhat` has its hat.
 * A name that would not be read back from that is set upright, letter by letter.
 */
export function nameLatex(name: string, { vocabulary, bound }: Surroundings): string {
  if (name === "Infinity") return "\\infty";
  if (name === "bullet") return "\\bullet";
  const written = writtenSymbol(name);
  if (!written) return upright(name);
  const meaning = meaningOf(written, vocabulary, vocabulary, bound);
  if (meaning.kind === "symbol" && meaning.name === name && !clashes(written, vocabulary)) {
    return symbolLatex(written);
  }
  const { subscript, head } = written;
  const worded: WrittenSymbol = {
    ...written,
    ...(subscript && { subscript: { kind: "word", text: subscript.text } }),
  };
  const asWord = meaningOf(worded, vocabulary, vocabulary, bound);
  const isSafe = subscript?.kind === "letter" && subscript.text.length === 1 && head !== "sigma";
  return isSafe && asWord.kind === "symbol" && asWord.name === name
    ? symbolLatex(worded)
    : upright(name);
}

/** Whether σ and σ² are both names here. */
function clashes(written: WrittenSymbol, { symbols }: Vocabulary): boolean {
  if (written.head !== "sigma") return false;
  return candidateNames({ ...written, squared: !written.squared }).some((name) =>
    symbols.has(name),
  );
}

/** A name letter by letter; one that would be taken for a symbol's parts is not. */
export const upright = (name: string): string => `\\mathrm{${name.replaceAll("_", "\\_")}}`;

/** What stands above or below a symbol; one character needs no braces. */
export const script = (text: string): string => (text.length === 1 ? text : `{${text}}`);

/** A symbol with its mark, its square and its subscript. */
export function symbolLatex({ head, squared, subscript }: WrittenSymbol): string {
  const square = squared ? "^2" : "";
  if (!subscript) return `${headLatex(head)}${square}`;
  const { kind, text } = subscript;
  const below =
    kind === "word" && !/^[A-Z]{2,}$/.test(text)
      ? `\\mathrm{${text}}`
      : greek.has(text)
        ? `\\${text}`
        : text;
  return `${headLatex(head)}${square}_${script(below)}`;
}

/** A letter, a Greek letter or a word, with its marks. */
export function headLatex(head: string): string {
  const { letter, mark } = markedHead(head);
  if (!mark) {
    if (greek.has(letter)) return `\\${letter}`;
    return letter.length === 1 ? letter : upright(letter);
  }
  const marked = plain[letter] ?? (/^[A-Z]{2,}$/.test(letter) ? letter : headLatex(letter));
  if (mark === "prime") return `${marked}'`;
  if (mark === "star") return `${marked}^*`;
  if (accents.has(mark)) return `\\${mark}{${marked}}`;
  // Upright bold has no Greek letters.
  const usual = mark === "bold" && greek.has(letter) ? "boldsymbol" : alphabetOf(mark);
  return `\\${usual}{${marked}}`;
}

/** What stands in a name for a digit in bold. */
const plain: Readonly<Record<string, string>> = { one: "1", zero: "0" };

const alphabetOf = (mark: string): string =>
  Object.keys(alphabets).find((command) => alphabets[command] === mark)!;
