import { is, peek, type Place } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** What words say of a name: that it is a whole number, or how it is compared with 0. */
export type NameFact = "integer" | ">" | ">=" | "<" | "<=" | "!=";

/** Words before conditions: `for all positive`, `if`, `where`. */
export interface Opener {
  /** What is said of each of the names that follow. */
  facts: readonly NameFact[];
}

const conditional =
  /^(?:if|when|whenever|where|with|provided|provided that|as long as|so long as|assuming|assuming that)$/;
const universal = /^(?:for(?: all| any| every| each)?|where|with|if)((?: [\p{L}-]+)*)$/u;
const predicate = /^(?:is|are)(?: an?)?((?: [\p{L}-]+)+)$/u;

/** Adjectives and nouns of numbers; natural numbers begin at 0 or at 1, and are no word of this list. */
const adjectives: Readonly<Record<string, readonly NameFact[]>> = {
  real: [],
  number: [],
  numbers: [],
  integer: ["integer"],
  integers: ["integer"],
  positive: [">"],
  negative: ["<"],
  nonnegative: [">="],
  "non-negative": [">="],
  nonzero: ["!="],
  "non-zero": ["!="],
};

const phraseOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.,;:()]+/g, " ")
    .trim();

function factsOf(words: string): NameFact[] | undefined {
  const all = words.split(" ").filter(Boolean);
  return all.every((word) => Object.hasOwn(adjectives, word))
    ? all.flatMap((word) => adjectives[word])
    : undefined;
}

const isText = ({ command }: { command?: string }): boolean =>
  command === "text" || command === "textrm" || command === "textit" || command === "mbox";

/** The words at a place that bind what follows; undefined for other words and signs. */
export function openerAt(reading: Place, ahead: number): Opener | undefined {
  const token = peek(reading, ahead);
  if (is(token, "forall")) return { facts: [] };
  if (token.kind !== "word" || !isText(token)) return undefined;
  const phrase = phraseOf(token.text);
  if (conditional.test(phrase)) return { facts: [] };
  const [, words] = universal.exec(phrase) ?? [];
  const facts = words === undefined ? undefined : factsOf(words);
  return facts && { facts };
}

/**
 * Whether the words at a place are read, as what binds a statement, or as what is said of the names between that and
 * them: `\text{where } m, n \text{ are integers}`.
 */
export function bindsAt(tokens: readonly Token[], at: number): boolean {
  const here = { tokens, next: at };
  if (openerAt(here, 0)) return true;
  if (!predicateAt(here)) return false;
  let before = at - 1;
  while (before >= 0 && (tokens[before].kind === "letter" || is(tokens[before], ","))) before--;
  return before >= 0 && openerAt({ tokens, next: before }, 0) !== undefined;
}

/** What words behind names say of these: `are positive integers`. */
export function predicateAt(reading: Place): readonly NameFact[] | undefined {
  const token = peek(reading);
  if (token.kind !== "word" || !isText(token)) return undefined;
  const [, words] = predicate.exec(phraseOf(token.text)) ?? [];
  return words === undefined ? undefined : factsOf(words);
}

/** Whether a token is this one word, or one of these phrases, in text. */
export function isPhrase(reading: Place, ...phrases: string[]): boolean {
  const token = peek(reading);
  return token.kind === "word" && isText(token) && phrases.includes(phraseOf(token.text));
}
