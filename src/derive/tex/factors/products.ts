import { call, type Expr, number } from "../../tree/expression.js";
import { refuseBetweenBars } from "./bars.js";
import { refuseCross } from "../symbols/crossProduct.js";
import { atBar, isAtBar } from "./evaluation.js";
import { refuseArgument, refuseNumbers } from "../symbols/juxtaposed.js";
import { dottedProduct, startsDots } from "../ellipsis/dots.js";
import { isDifferential } from "./integrals.js";
import { lineGoesOn, passLineEnd } from "../reading/lines.js";
import { is, peek, type Reading, refuse, take } from "../reading/reading.js";
import { startsFactor } from "./startsFactor.js";

/** Reads factors that stand side by side or are joined by \cdot, \times or a slash. */
export function product(reading: Reading): Expr {
  reading.tail = [];
  let factors: Expr[] = [];
  let barred = false;
  const gathered = (): Expr => {
    reading.barred = barred;
    return factors.length === 1 ? factors[0] : { kind: "mul", factors };
  };
  const read = (): void => {
    reading.bare = undefined;
    factors.push(...reading.grammar.factor(reading));
  };
  if (isDifferential(reading)) return number(1n);
  read();
  for (;;) {
    lineGoesOn(reading, ["cdot", "times"]);
    const token = peek(reading);
    if (isDifferential(reading)) return gathered();
    if (startsDots(reading)) {
      refuseOpenArgument(reading, factors[factors.length - 1]);
      factors = [dottedProduct(reading, factors)];
    } else if (is(token, "cdot") || is(token, "times") || is(token, "/")) {
      refuseOpenArgument(reading, factors[factors.length - 1]);
      take(reading);
      if (token.text !== "/") {
        passLineEnd(reading);
        const left = factors[factors.length - 1];
        const count = factors.length;
        read();
        if (token.text === "times") refuseCross(reading, token, left, factors[count]);
      } else {
        const left = gathered();
        factors = [];
        read();
        if (factors.length > 1 || startsFactor(reading)) {
          throw refuse(
            reading,
            token,
            "it is not clear where the denominator ends",
            "write \\frac{…}{…}",
          );
        }
        factors = [{ kind: "div", left, right: factors[0] }];
      }
    } else if (is(token, "|") && isAtBar(reading)) {
      factors = [atBar(reading, gathered())];
      barred = true;
    } else if (startsFactor(reading)) {
      refuseOpenArgument(reading, factors[factors.length - 1]);
      refuseBetweenBars(reading);
      refuseArgument(reading);
      refuseNumbers(reading, factors[factors.length - 1]);
      read();
    } else if (is(token, "*")) {
      factors = [convolution(reading, factors)];
    } else if (token.kind === "command" && Object.hasOwn(ofMatrices, token.text)) {
      factors = [ofTwo(reading, factors)];
    } else return gathered();
  }
}

const ofMatrices: Record<string, string> = { otimes: "kron", odot: "hadamard" };

/** `A \otimes B` and `A \odot B`: the products of Kronecker and of Hadamard, of one factor with one other. */
function ofTwo(reading: Reading, before: Expr[]): Expr {
  const sign = take(reading);
  const both = [...before, ...reading.grammar.factor(reading)];
  const isChained = Object.keys(ofMatrices).some((one) => is(peek(reading), one));
  if (both.length === 2 && !startsFactor(reading) && !isChained)
    return call(ofMatrices[sign.text], ...both);
  throw refuse(
    reading,
    sign,
    "it is not clear how far this product reaches",
    "put each side in parentheses",
  );
}

/** `X * w` is the convolution of the notes, of one factor with another. */
function convolution(reading: Reading, before: Expr[]): Expr {
  const star = take(reading);
  const after = reading.grammar.factor(reading);
  const both = [...before, ...after];
  const isPlain = both.length === 2 && both.every(({ kind }) => kind !== "number");
  if (!isPlain || startsFactor(reading) || is(peek(reading), "*")) {
    throw refuse(
      reading,
      star,
      "* is the convolution of one factor with one other",
      "write \\cdot for a product, and parentheses around each side of a convolution",
    );
  }
  return { kind: "call", name: "conv", args: both };
}

const circular = new Set("sin cos tan sec csc cot".split(" "));
const behindArgument = new Set("log ln lg exp sum prod".split(" "));

/**
 * After `\log x` only another function may follow, or a product sign after a name: what else stands there may belong to
 * the argument. A sine is no argument of a sine.
 */
function refuseOpenArgument(reading: Reading, last: Expr): void {
  const { bare } = reading;
  if (bare === undefined) return;
  const { kind, text } = peek(reading);
  if (kind === "command" && behindArgument.has(text)) return;
  if (kind === "command" && circular.has(bare) && circular.has(text)) return;
  if (kind === "command" && text === "cdot" && isOfName(last)) return;
  throw refuse(
    reading,
    peek(reading),
    `it is not clear where the argument of \\${bare} ends`,
    `write \\${bare}(…) with parentheses`,
  );
}

/** Whether a function, or its power, is that of a name alone. */
function isOfName(expr: Expr): boolean {
  if (expr.kind === "pow") return isOfName(expr.left);
  // `\sec x` is a quotient.
  if (expr.kind === "div") return isOfName(expr.right);
  if (expr.kind !== "call") return false;
  const of = expr.args[0];
  return of.kind === "symbol" || of.kind === "index";
}
