import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/**
 * The tokens with `||x||` as the norm that it is where bars stand two by two alone, as many as are opened and closed.
 * That is so where a letter is bold or says which norm it is. Beside single bars, `||a| - |b||`, they may be absolute values.
 */
export function withNorms(tokens: readonly Token[]): Token[] {
  const bars = tokens.flatMap((token, at) =>
    is(token, "|") && token.sized === undefined ? [at] : [],
  );
  const isTwoByTwo =
    bars.length > 0 &&
    bars.length % 4 === 0 &&
    bars.every((at, i) => i % 2 === 1 || (bars[i + 1] === at + 1 && isNext(tokens, at)));
  const isNormed = bars.some((at, i) => i % 4 === 3 && is(tokens[at + 1], "_"));
  if (!isTwoByTwo || !(isNormed || tokens.some(isOfVectors))) return [...tokens];
  const second = new Set(bars.filter((_, i) => i % 2 === 1));
  const first = new Set(bars.filter((_, i) => i % 2 === 0));
  return tokens.flatMap((token, at) =>
    second.has(at) ? [] : [first.has(at) ? { ...token, text: "\\|" } : token],
  );
}

const alphabets = new Set("mathbf boldsymbol bm pmb".split(" "));

const isOfVectors = ({ kind, text, command = "" }: Token): boolean =>
  alphabets.has(command) || (kind === "command" && text === "vec");

const isNext = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1].at === tokens[at].at + 1;
