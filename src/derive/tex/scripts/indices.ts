import { type Expr, number, symbol } from "../../tree/expression.js";
import { greek } from "../reading/letters.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";
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
  if (!isDigit(first) || reading.scouting) return undefined;
  const { text } = first;
  if (/^[01]$/.test(text) && second.kind === "letter") {
    throw refuse(
      reading,
      first,
      `the subscript ${text}${second.text} may be a name or two indices: nobody multiplies by ${text} there`,
      `write _{\\mathrm{${text}${second.text}}} for a name, _{${text},${second.text}} for an entry`,
    );
  }
  if (!(second.text === "i" || second.text === "j")) return undefined;
  throw refuse(
    reading,
    first,
    `the subscript ${text}${second.text} may be two indices or a product`,
    `write _{${text},${second.text}} for an entry, _{${text} \\cdot ${second.text}} for the product`,
  );
}

const indexOf = ({ kind, text }: Token): Expr =>
  kind === "number" ? number(BigInt(text)) : symbol(text);

export const isLetter = ({ kind, text }: Token): boolean =>
  kind === "letter" || (kind === "command" && greek.has(text));

/** Whether a letter beside others below or above a symbol is an index: `g_{\mu\nu}`, `x_{ij}`. */
export const isIndexLetter = ({ bound }: Reading, { kind, text }: Token): boolean =>
  bound.includes(text) || indexLetters.has(text) || (kind === "command" && text !== "pi");

const written = ({ kind, text }: Token): string => (kind === "command" ? `\\${text}` : text);

/** `S_{xy}` and `N_{\lambda t}`: side by side letters are a word, indices or a product. */
export function wordOrProduct(reading: Reading, inside: readonly Token[]) {
  const text = inside.map(written).join(inside.some(({ kind }) => kind === "command") ? " " : "");
  const entry = `_{${inside.map(written).join(",")}} for an entry`;
  return refuse(
    reading,
    peek(reading),
    `the subscript ${text} may be a name or a product`,
    text.includes("\\")
      ? `write ${entry}, _{${inside.map(written).join(" \\cdot ")}} for the product`
      : `write _{\\mathrm{${text}}} for a name, ${entry}, \\partial_x f for a derivative`,
  );
}

/** `m_{A'B'}`: names side by side below a symbol are rarely multiplied. */
export function refuseProductOfNames(reading: Reading, from: number, index: Expr): void {
  if (reading.scouting || index.kind !== "mul") return;
  const names = index.factors.filter(({ kind }) => kind === "symbol");
  const isProduct = index.factors.every(({ kind }) => kind === "symbol" || kind === "number");
  const inside = reading.tokens.slice(from, reading.next);
  if (!isProduct || names.length < 2 || inside.some((one) => is(one, "cdot") || is(one, "times")))
    return;
  throw refuse(
    reading,
    inside[0],
    "names side by side in a subscript may be a word, indices or a product",
    "write _{\\mathrm{…}} for a word, commas between indices, \\cdot for the product",
  );
}

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

/** Letters that count coordinates wherever tensors are written. */
const coordinates = new Set("mu nu rho sigma kappa lambda".split(" "));
/** Letters for which a product in an exponent is unheard of behind a capital. */
const latin = new Set(["i", "j", "k", "l"]);

/**
 * Refuses `F^{\mu\nu}` and `T^{ij}`, which are mostly entries of a tensor; `x^{\alpha\beta}` is a power. A product sign, or
 * declaring the letters, says that a power is meant.
 */
export function refuseUpperIndices(reading: Reading, head: string, isIndexed: boolean): void {
  if (!is(peek(reading), "{") || head === "e") return;
  const inside: Token[] = [];
  for (let ahead = 1; isLetter(peek(reading, ahead)); ahead++) inside.push(peek(reading, ahead));
  if (inside.length < 2 || !is(peek(reading, inside.length + 1), "}")) return;
  if (!inside.every((one) => isIndexLetter(reading, one))) return;
  const { declared, bound } = reading;
  if (inside.every(({ text }) => declared.symbols.has(text) || bound.includes(text))) return;
  const isCapital = /^[A-Z]/.test(head) || greek.has(head) || head === "g";
  const isTensor = inside.some(({ text }) => coordinates.has(text))
    ? isCapital || inside.every(({ text }) => coordinates.has(text))
    : isCapital && !isIndexed && inside.every(({ text }) => latin.has(text) || greek.has(text));
  if (!isTensor) return;
  const letters = inside.map(({ kind, text }) => (kind === "command" ? `\\${text}` : text));
  throw refuse(
    reading,
    inside[0],
    `the letters ${letters.join(" ")} above may be indices or a power`,
    `write ^{${letters.join(" \\cdot ")}} for the power, _{${letters.join(",")}} for an entry`,
  );
}
