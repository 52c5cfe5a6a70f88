import { alphabets, greek } from "../reading/letters.js";
import { type Reading, refuse } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** `\mathbf{x}` and `\boldsymbol{\theta}`: a name that is told apart from the letter in italics. */
export function inAlphabet(reading: Reading, token: Token): string {
  const { text, command = "" } = token;
  const letter = text.replace("\\", "");
  if (letter.length > 1 && !(text.startsWith("\\") && greek.has(letter))) {
    throw refuse(reading, token, `\\${command} holds one letter`, "write \\mathrm{…} for a word");
  }
  return letter + alphabets[command];
}
