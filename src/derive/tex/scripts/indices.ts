import { type Expr, number, symbol } from "../../tree/expression.js";
import { is, type Reading, refuse } from "../reading/reading.js";
import { indexLetters, type Subscript } from "../reading/symbolNames.js";
import type { Token } from "../reading/tokens.js";

/**
 * `x_{i1}` and `x_{1j}`: two indices, since nobody multiplies an index by 0 or 1. `x_{2j}` may be one of them or twice j, unless
 * entries with two indices stand elsewhere.
 */
export function indicesOfTwo(reading: Reading, head: string, inside: Token[]): Expr[] | undefined {
  const isIndex = ({ kind, text }: Token): boolean =>
    kind === "letter" && (reading.bound.includes(text) || indexLetters.has(text));
  const isDigit = ({ kind, text }: Token): boolean => kind === "number" && /^\d$/.test(text);
  const [first, second] = inside;
  const isFamily = [reading.declared, reading.evidence].some(
    ({ families }) => (families.get(head) ?? 0) > 1,
  );
  const isEntry =
    (isIndex(first) && isDigit(second)) ||
    (isDigit(first) && isIndex(second) && (/^[01]$/.test(first.text) || isFamily));
  if (isEntry) return inside.map(indexOf);
  if (!isDigit(first) || reading.scouting || !(second.text === "i" || second.text === "j"))
    return undefined;
  const { text } = first;
  throw refuse(
    reading,
    first,
    `the subscript ${text}${second.text} may be two indices or a product`,
    `write _{${text},${second.text}} for an entry, _{${text} \\cdot ${second.text}} for the product`,
  );
}

const indexOf = ({ kind, text }: Token): Expr =>
  kind === "number" ? number(BigInt(text)) : symbol(text);

/** Signs that are a part of a name below it, by the word that stands for them. */
const words = new Map(
  Object.entries({
    "*": "star",
    star: "star",
    ast: "star",
    perp: "perp",
    odot: "sun",
    oplus: "earth",
    circ: "ring",
    bullet: "bullet",
    parallel: "parallel",
    "\\|": "parallel",
  }),
);

export function signBelow({ kind, text }: Token): Subscript | undefined {
  const word = kind === "sign" || kind === "command" ? words.get(text) : undefined;
  return word === undefined ? undefined : { kind: "word", text: word };
}

/** `y_{i\cdot}` and `x_{i,\bullet}`: a sum or a mean over all values of an index, as an index of its own. */
export function withDots(inside: readonly Token[]): Expr[] | undefined {
  const isDot = (token: Token): boolean => is(token, "cdot") || is(token, "bullet");
  const isPlain = ({ kind, text }: Token): boolean =>
    (kind === "letter" && indexLetters.has(text)) || (kind === "number" && /^\d$/.test(text));
  const own = inside.filter((token) => !is(token, ","));
  if (!own.some(isDot) || !own.every((token) => isDot(token) || isPlain(token))) return undefined;
  return own.map((token) => (isDot(token) ? symbol("bullet") : indexOf(token)));
}
