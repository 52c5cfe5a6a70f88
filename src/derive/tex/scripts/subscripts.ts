import type { Expr } from "../../tree/expression.js";
import { call, symbol } from "../../tree/expression.js";
import { greek } from "../reading/letters.js";
import {
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
} from "../reading/reading.js";
import { lengthInBrackets } from "./exponents.js";
import {
  indicesOfTwo,
  isIndexLetter,
  isLetter,
  refuseProductOfNames,
  signBelow,
  withDots,
  wordOrProduct,
} from "./indices.js";
import type { Subscript } from "../reading/symbolNames.js";
import type { Token } from "../reading/tokens.js";

/** What stands below a symbol: a part of its name, or indices. */
export type Below = { name: Subscript } | { indices: Expr[] };

/** Reads what follows `_`. */
export function subscript(reading: Reading, head: string): Below {
  const token = peek(reading);
  if (!is(token, "{")) {
    const name = simple(token) ?? signBelow(token);
    if (!name) throw noSubscript(reading);
    if (token.kind === "number" && token.text.length > 1) {
      throw refuse(
        reading,
        token,
        "only the first digit is a subscript",
        "put the digits in braces",
      );
    }
    take(reading);
    return { name };
  }
  const inside = insideBraces(reading);
  if (inside.length === 0) throw refuse(reading, token, "the subscript is empty");
  const name =
    inside.length === 1 ? (simple(inside[0]) ?? signBelow(inside[0])) : word(inside, reading, head);
  if (name) {
    reading.next += inside.length + 2;
    return { name };
  }
  if (inside.length > 1 && inside.every(isLetter)) {
    if (!inside.every((one) => isIndexLetter(reading, one))) throw wordOrProduct(reading, inside);
    reading.next += inside.length + 2;
    return { indices: inside.map(({ text }) => symbol(text)) };
  }
  const [first, second] = inside;
  const both = inside.length === 2 ? indicesOfTwo(reading, head, inside) : undefined;
  if (both) {
    reading.next += inside.length + 2;
    return { indices: both };
  }
  if (inside.length === 2 && first.kind === "letter" && second.kind === "number") {
    const what = `the subscript ${first.text}${second.text} may be a name, an entry or a product`;
    const advice = `write _{\\mathrm{${first.text}${second.text}}} for a name, _{${first.text},${second.text}} for an entry`;
    throw refuse(reading, token, what, advice);
  }
  if (["+", "-"].includes(first.text) && inside.length === 1)
    throw refuse(reading, first, `${first.text} is no subscript`, inLetters);
  const dotted = withDots(inside);
  if (dotted) {
    reading.next += inside.length + 2;
    return { indices: dotted };
  }
  const isEnclosed = lengthInBrackets(reading, 0) > 0;
  take(reading);
  if (isEnclosed) {
    // `X_{(1)}` may be the least of them; in brackets an entry is told from a name.
    const isLabel = is(take(reading), "(");
    const index = enclosed(reading, () => reading.grammar.sum(reading));
    reading.next += 2;
    return { indices: [isLabel ? call("bracketed", index) : index] };
  }
  return enclosed(reading, () => {
    reading.given = true; // `f_{Y|X}`
    const indices = [oneIndex(reading)];
    while (takes(reading, ",")) indices.push(oneIndex(reading));
    if (takes(reading, "|") || takes(reading, "\\mid"))
      indices.push(call("given", reading.grammar.sum(reading)));
    if (is(peek(reading), "~")) {
      const advice =
        "write \\mathbb{E}_{x \\sim p}[…] for a mean, \\operatorname{Cov}(x) for others";
      throw refuse(
        reading,
        peek(reading),
        "a distribution stands below an expectation alone",
        advice,
      );
    }
    if (takes(reading, ":"))
      indices.push(call("rangeOf", indices.pop()!, reading.grammar.sum(reading)));
    needs(reading, "}", "} or a comma");
    return { indices };
  });
}

/** One of several indices; brackets around it say that it is no part of a name. */
function oneIndex(reading: Reading): Expr {
  const from = reading.next;
  if (!takes(reading, "[")) {
    const index = reading.grammar.sum(reading);
    refuseProductOfNames(reading, from, index);
    return index;
  }
  const index = enclosed(reading, () => reading.grammar.sum(reading));
  needs(reading, "]", "] after the index");
  return index;
}

/** More tokens are no index that could be a part of a name. */
const mostTokens = 16;

const inLetters = "write it in letters: x_{\\mathrm{new}}";

const noSubscript = (reading: Reading) =>
  refuse(reading, peek(reading), `${peek(reading).text} is no subscript`, inLetters);

/** The tokens between the next brace and the one that closes it, as far as there are few. */
function insideBraces(reading: Reading): Token[] {
  const inside: Token[] = [];
  for (let ahead = 1; ahead < mostTokens; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "}")) return inside;
    inside.push(token);
  }
  return inside;
}

/** One token as a part of a name. */
function simple(token: Token): Subscript | undefined {
  const { kind, text } = token;
  if (kind === "number" && /^\d+$/.test(text)) return { kind: "digits", text };
  if (kind === "letter") return { kind: "letter", text };
  if (kind === "word" && /^[A-Za-z0-9]+$/.test(text)) return { kind: "word", text };
  if (kind !== "command") return undefined;
  if (text === "max" || text === "min") return { kind: "word", text };
  return greek.has(text) ? { kind: "letter", text } : undefined;
}

/** Words that many set below a letter in italics. */
const inItalics = new Set(
  "in out max min new old tot total avg eff ref opt init final start end train test val true pred obs exp crit net rms".split(
    " ",
  ),
);

/** Capitals side by side are a word, `\mu_{ML}`, and so are some others, `H_{out}`, where the letter has no indices side by side elsewhere and none of them is bound. */
function word(tokens: Token[], reading: Reading, head: string): Subscript | undefined {
  if (!tokens.every(({ kind }) => kind === "letter")) return undefined;
  const text = tokens.map((token) => token.text).join("");
  const { bound, declared, evidence } = reading;
  const isFamily = [declared, evidence].some(({ families }) => (families.get(head) ?? 0) > 1);
  const isIndex = isFamily || tokens.some((token) => bound.includes(token.text));
  const isWord = inItalics.has(text) && !isIndex;
  return isWord || /^[A-Z]+$/.test(text) ? { kind: "word", text } : undefined;
}
