import { greek } from "../reading/letters.js";
import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Switches of the font up to the end of a group, with the commands that set one argument so. */
const switches: Readonly<Record<string, string>> = {
  cal: "mathcal",
  bf: "mathbf",
  rm: "mathrm",
  it: "mathrm",
  sf: "mathrm",
  tt: "mathrm",
  sc: "mathrm",
};
const ofOneLetter = new Set(["mathcal", "mathbf"]);

/** The tokens with `{\cal L}`, `{\bf x}` and `{\rm out}` as `\mathcal{L}`, `\mathbf{x}` and `\mathrm{out}`. */
export function withoutFontSwitches(tokens: readonly Token[]): Token[] {
  const found = [...tokens];
  for (let at = 0; at + 1 < found.length; at++) {
    const { kind, text } = found[at + 1];
    if (!is(found[at], "{") || kind !== "command" || !Object.hasOwn(switches, text)) continue;
    const word = wordAt(found, at, switches[text]);
    if (word) found.splice(at, word.length, word.token);
  }
  return found;
}

/** The letters of a group as one word, with the number of its tokens. */
function wordAt(
  tokens: readonly Token[],
  at: number,
  command: string,
): { token: Token; length: number } | undefined {
  const end = tokens.findIndex((token, i) => i > at && is(token, "}"));
  const inside = tokens.slice(at + 2, Math.max(end, 0));
  const isGreek = inside[0]?.kind === "command" && greek.has(inside[0].text);
  const isOne = inside.length === 1 && (inside[0].kind === "letter" || isGreek);
  const isWord = !ofOneLetter.has(command) && inside.every(({ kind }) => kind === "letter");
  if (inside.length === 0 || !(isOne || isWord)) return undefined;
  const text = isGreek ? `\\${inside[0].text}` : inside.map((one) => one.text).join("");
  return { token: { kind: "word", text, at: tokens[at].at, command }, length: end + 1 - at };
}
