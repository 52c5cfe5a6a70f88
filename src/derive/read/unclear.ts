import { DerivationError } from "../tree/errors.js";
import { tokenAt } from "./tokens.js";
import { isFunctionWord } from "./words.js";

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
    /(?:\^|\*\*)\s*[+−-]?(?:\d+(?:\.\d+)?|\.\d+)(?![\d.]|[eE][+-]?\d)(?=[\p{L}_(])/u,
    "it is not clear where the exponent ends: write x^2*y or x^(2*y)",
  ],
  [/∂/, "∂ is a derivative: write D(e, x)"],
  [/\.\.+|…/, "dots leave out terms: write sum(n, n, 1, N), prod(n, n, 1, N)"],
  [
    /(?<!\w)(?:int_\w+\^|(?:int|sum|prod|lim)_[{\d])/,
    "limits below a sign: write integrate(e, x, a, b), sum(e, n, 1, N), prod(e, n, 1, N), limit(e, x, a)",
  ],
  [/_\{/, "braces after _: write x[n + 1] for an entry, x_n for a name"],
  [/\+-\s/, "+- may be both signs or a minus: write a - b, and a second equation with a + b"],
  [/\/\//, "// may begin a comment or be a quotient: leave the comment out, write floor(a/b)"],
  [/->/, "-> is no relation: write limit(e, x, a) for a limit, => between two statements"],
];

/**
 * Refuses a text that a reader may take in two ways although its grammar has but one.
 *
 * @throws DerivationError with the two readings, or with what to write
 */
export function refuseUnclear(text: string): void {
  const tokens = tokensOf(text);
  const what =
    powerOfFunction(tokens) ??
    notations.find(([pattern]) => pattern.test(text))?.[1] ??
    quotient(tokens);
  if (what !== undefined) throw new DerivationError(`cannot read \`${text}\`: ${what}`);
}

/** `sin^2(x)`, `sin^-1(x)` */
function powerOfFunction(tokens: readonly string[]): string | undefined {
  const name = tokens.find((one, i) => isFunctionWord(one) && tokens[i + 1] === "^");
  return (
    name &&
    `${name}^ may be a power or an inverse: write ${name}(x)^2 for the power, asin(x) for an inverse`
  );
}

/** What a slash may mean besides a quotient whose denominator is clear. */
function quotient(tokens: readonly string[]): string | undefined {
  for (const [i, one] of tokens.entries()) {
    if (one !== "/") continue;
    if (isDifferential(tokens, i)) {
      const [above, below] = [tokens[i - 1], tokens[i + 1]];
      const of = above === "d" ? "e" : above.slice(1);
      return `${above}/${below} may be a derivative: write D(${of}, ${below.slice(1)}) for it, (${above})/(${below}) for the quotient`;
    }
    if (beginsFactor(tokens[operandEnd(tokens, i + 1)]))
      return "it is not clear where the denominator ends: write 1/(2*x) or (1/2)*x";
  }
  return undefined;
}

/** `dy/dx` and `d/dx` around the slash at a place. */
const isDifferential = (tokens: readonly string[], slash: number): boolean =>
  /^d\p{L}?$/u.test(tokens[slash - 1] ?? "") && /^d\p{L}$/u.test(tokens[slash + 1] ?? "");

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
function operandEnd(tokens: readonly string[], from: number): number {
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

function closing(tokens: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at] === "(" || tokens[at] === "[") depth++;
    else if ((tokens[at] === ")" || tokens[at] === "]") && --depth === 0) return at + 1;
  }
  return tokens.length;
}
