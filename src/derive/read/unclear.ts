import { DerivationError } from "../tree/errors.js";
import { tokenAt } from "./tokens.js";

/** What other notations mean by a sign or numeral that is read otherwise here, with what to write. */
const notations: [pattern: RegExp, what: string][] = [
  [/\{\s*,\s*\}/, "a number with {,} in it: write its digits alone, 1000"],
  [/(?<![\w.])\d+_\d/, "a number with _ in it: write its digits alone, 1000"],
  [/(?<![\w.])0[xXbBoO][\da-fA-F]/, "a number in another base: write it in base 10"],
  [/(?<![\w.])0\d/, "a number that begins with 0: write 1000 for one thousand, 0.5 for a half"],
  [
    /!\s*!/,
    "!! is the double factorial, which is not read: write factorial(factorial(n)) for a factorial twice",
  ],
  [/%/, "% may be a percentage or a remainder: write 5/100, or x - n*floor(x/n)"],
  [
    /(?<![\w.])(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+[\p{L}_]/u,
    "a name right after an exponent of ten: write 1e3*x",
  ],
  [
    /\^\s*[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?![\d.]|[eE][+-]?\d)(?=[\p{L}_(])/u,
    "it is not clear where the exponent ends: write x^2*y or x^(2*y)",
  ],
];

/**
 * Refuses a text that a reader may take in two ways although its grammar has but one.
 *
 * @throws DerivationError with the two readings, or with what to write
 */
export function refuseUnclear(text: string): void {
  for (const [pattern, what] of notations) {
    if (pattern.test(text)) throw new DerivationError(`cannot read \`${text}\`: ${what}`);
  }
  const tokens = tokensOf(text);
  for (const [i, one] of tokens.entries()) {
    if (one !== "/") continue;
    const end = operandEnd(tokens, i + 1);
    if (beginsFactor(tokens[end])) {
      const what = "it is not clear where the denominator ends: write 1/(2*x) or (1/2)*x";
      throw new DerivationError(`cannot read \`${text}\`: ${what}`);
    }
  }
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  for (let place = 0; ;) {
    const { token, end } = tokenAt(text, place);
    if (token.kind === "end") return found;
    found.push(token.text);
    place = end;
  }
}

const isWord = (one: string | undefined): boolean => one !== undefined && /^[\p{L}_]/u.test(one);
const beginsFactor = (one: string | undefined): boolean =>
  one !== undefined && /^(?:[\p{L}\w(]|\.\d)/u.test(one);

/** Where the operand that begins at a place ends: signs, one piece, its factorials and its exponent. */
function operandEnd(tokens: string[], from: number): number {
  let at = from;
  while (tokens[at] === "-" || tokens[at] === "+") at++;
  const name = isWord(tokens[at]);
  if (tokens[at] !== "(" && tokens[at] !== "[") at++;
  const opens = tokens[at] === "(" || tokens[at] === "[";
  if (opens && (name || at === from || tokens[at - 1] === "-" || tokens[at - 1] === "+")) {
    at = closing(tokens, at);
  }
  while (tokens[at] === "!") at++;
  return tokens[at] === "^" ? operandEnd(tokens, at + 1) : at;
}

function closing(tokens: string[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at] === "(" || tokens[at] === "[") depth++;
    else if ((tokens[at] === ")" || tokens[at] === "]") && --depth === 0) return at + 1;
  }
  return tokens.length;
}
