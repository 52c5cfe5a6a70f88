import { alphabets, greek } from "../reading/letters.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** `\mathbf{x}` and `\boldsymbol{\theta}`: a name that is told apart from the letter in italics. */
export function inAlphabet(reading: Reading, token: Token): string {
  const { text, command = "" } = token;
  if (text === "1" || text === "0") return `${text === "1" ? "one" : "zero"}${alphabets[command]}`;
  const letter = text.replace("\\", "");
  const isDistribution =
    command === "mathcal" && /^[A-Z]{2,}$/.test(letter) && is(peek(reading), "(");
  if (isDistribution) return `${letter}cal`;
  if (letter.length > 1 && !(text.startsWith("\\") && greek.has(letter))) {
    throw refuse(reading, token, `\\${command} holds one letter`, "write \\mathrm{…} for a word");
  }
  return letter + alphabets[command];
}
