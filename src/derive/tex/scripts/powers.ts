import { call, type Expr, number, symbol, toThe } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { greek } from "../reading/letters.js";
import { isBold } from "../reading/symbolNames.js";
import type { Token } from "../reading/tokens.js";
import type { Arguments } from "./callArguments.js";
import { exponent } from "./exponents.js";
import { subscript } from "./subscripts.js";
import { takesInverseTranspose, takesTranspose, transposed } from "./transposes.js";
import { peek, type Reading, is, refuse, takes } from "../reading/reading.js";

/** Reads the exponent and the factorial signs after an expression that is one piece. */
export function powered(reading: Reading, base: Expr): Expr {
  let expr = entryOf(reading, base);
  if (is(peek(reading), "^")) {
    if (isTransposed(reading, base, takesTranspose)) return powered(reading, transposed(base));
    if (isTransposed(reading, base, takesInverseTranspose))
      return powered(reading, toThe(transposed(base), number(-1n)));
  }
  if (takes(reading, "^")) {
    expr = toThe(expr, exponent(reading));
    if (is(peek(reading), "^")) {
      throw refuse(reading, peek(reading), "a second exponent", "put the power in parentheses");
    }
  }
  if (expr !== base && is(peek(reading), "!")) {
    throw refuse(reading, peek(reading), "a factorial after an exponent", "put one in parentheses");
  }
  return takes(reading, "!") ? factorialOf(reading, expr) : expr;
}

/**
 * Refuses `\mathbb{E}(X-\mu)^2`: what is meant depends on who writes it. `E(X)^2` is the square of the mean, as in
 * `E(X^2) - E(X)^2`.
 */
export function refusePowerOfMean(
  reading: Reading,
  open: Token,
  name: string,
  { items }: Arguments,
): void {
  if (name !== "E" || is(open, "[") || !is(peek(reading), "^")) return;
  if (items.length !== 1 || !["add", "mul", "div", "neg"].includes(items[0].expr.kind)) return;
  throw refuse(
    reading,
    open,
    "the exponent may belong to what the mean is taken of, or to the mean",
    "write \\mathbb{E}\\left[(…)^2\\right] for the mean of the power, \\mathbb{E}[…]^2 for the power of the mean",
  );
}

/** `(X w)_i`, `\operatorname{softmax}(x)_{ij}`: the entry of what stands before. */
function entryOf(reading: Reading, of: Expr): Expr {
  if (of.kind === "number" || !is(peek(reading), "_")) return of;
  refuseEntryOf(reading, of);
  takes(reading, "_");
  const below = subscript(reading, "");
  const indices = "indices" in below ? below.indices : [indexNamed(below.name.text)];
  return call("entryOf", of, ...indices);
}

/** `{\Lambda^\mu}_\nu` has an index above, and a number has no entries. */
function refuseEntryOf(reading: Reading, of: Expr): void {
  const isNumber = of.kind === "call" && of.name === "abs";
  if (isNumber) {
    const what = "a subscript behind bars says which norm or absolute value this is";
    throw refuse(reading, peek(reading), what, "write a name for it: \\operatorname{norm}(x, p)");
  }
  if (of.kind !== "pow" || of.right.kind !== "symbol" || !greek.has(of.right.name)) return;
  const what = "the letter above may be an index or a power";
  const advice = "write both below, x_{\\mu,\\nu}, for an entry, ( ) around the power for a power";
  throw refuse(reading, peek(reading), what, advice);
}

const indexNamed = (text: string): Expr =>
  /^\d+$/.test(text) ? number(BigInt(text)) : symbol(text);

/** The factorial whose sign was taken; a second one would make it a double factorial. */
export function factorialOf(reading: Reading, of: Expr): Expr {
  if (is(peek(reading), "!")) {
    throw refuse(
      reading,
      peek(reading),
      "!! is the double factorial, which is not read",
      "write (n!)! for a factorial twice, the product of a double factorial with its limits",
    );
  }
  return call("factorial", of);
}

/** What holds a bold letter, or a name that is declared to be a matrix or a vector, is transposed by an italic T, too. */
function isTransposed(reading: Reading, base: Expr, takes: typeof takesTranspose): boolean {
  const { matrices, vectors } = reading.declared;
  const isArray = [...freeNames(base)].some(
    (name) => isBold(name) || matrices?.has(name) || vectors?.has(name),
  );
  reading.next++;
  if (takes(reading, isArray)) return true;
  reading.next--;
  return false;
}
