import { isFunctionWord, logicWords } from "../../read/words.js";
import { is, peek, type Reading, refuse } from "./reading.js";
import type { Token } from "./tokens.js";

/** Words of prose that say something of the equations around them. */
const binding = new Set(
  (
    "for as with let where but no nothing never given mod almost nearly about approximately roughly up false wrong " +
    "neither both unlike least most"
  ).split(" "),
);

/** Whether a word is set by a command for text. */
export const isText = ({ command }: Token): boolean =>
  command === "text" ||
  command === "textbf" ||
  command === "textrm" ||
  command === "textit" ||
  command === "mbox";

/** Functions that many set with \text. */
const functions = new Set(
  "Var Cov Std Corr Bias MSE KL SE ReLU softmax sgn tr Tr rank diag vec".split(" "),
);

/** Whether a text is the name of a function before its argument: `\text{Var}(X)`. */
export const namesFunction = (word: Token, next: Token): boolean =>
  isText(word) &&
  (functions.has(word.text) || isFunctionWord(word.text)) &&
  (is(next, "(") || is(next, "["));

/** Whether a token is words that are no function, with the token after it. */
export const isProse = (token: Token, next: Token): boolean =>
  isText(token) && !namesFunction(token, next);

/** Words with their punctuation; digits, signs and single letters would be read as a part of the formula beside them. */
const wordsAlone = /^[\s.,;:()]*(?:\p{L}+(?:['’-]\p{L}+)*[\s.,;:()]*)*$/u;
const oneLetter = /^[\s.,;:()]*\p{L}[\s.,;:()]*$/u;

/** Prose may be passed over where it says nothing of what the equations claim. */
export function refuseLogic(reading: Reading): void {
  const token = peek(reading);
  if (!wordsAlone.test(token.text) || oneLetter.test(token.text)) {
    throw refuse(
      reading,
      token,
      `\`${token.text}\` in text belongs to the formula on the page, and text is not read`,
      "write what belongs to the formula without \\text",
    );
  }
  const word = token.text.trim();
  if (functions.has(word) || isFunctionWord(word)) {
    throw refuse(
      reading,
      token,
      `${word} in text is the name of a function, and text is not read`,
      `write \\operatorname{${word}}(…)`,
    );
  }
  if (/^[\s,]*and (?:hence|so|thus|therefore|then)[\s,:]*$/i.test(token.text)) return;
  const found = token.text
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((word) => logicWords.has(word) || binding.has(word));
  if (found === undefined) return;
  throw refuse(
    reading,
    token,
    `the word ${found} belongs to what is claimed, and words are not read`,
    "state each claim by itself, a condition as an assumption, two cases as two equations",
  );
}

/** How to write words that are meant as one name. */
export function nameAdvice({ text }: Token): string {
  const words = text.match(/[A-Za-z\d]+/g) ?? [];
  return `write \\mathrm{${words.join("\\_") || "…"}} for a name, \\operatorname{…}(…) for a function`;
}

/** Prose between equations is passed over; as a side of one it would hide what is claimed. */
export function refuseProseAsSide(reading: Reading): void {
  if (peek(reading, 1).kind !== "relation") return;
  throw refuse(
    reading,
    peek(reading),
    "text is prose and no side of an equation",
    nameAdvice(peek(reading)),
  );
}
