import { rationalOne } from "../../tree/constants.js";
import {
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  times,
  toThe,
} from "../../tree/expression.js";

/** A complex number as `re + i im`, both real. A part that is absent is 0 whatever the names are. */
export interface Parts {
  re?: Expr;
  im?: Expr;
}

export const zero = number(0n);
export const one = number(1n);

const isOne = (expr: Expr): boolean => expr.kind === "number" && expr.value.equals(rationalOne);

const plus = (a?: Expr, b?: Expr): Expr | undefined => (a && b ? sumOf(a, b) : (a ?? b));
const minus = (a?: Expr, b?: Expr): Expr | undefined =>
  b === undefined ? a : a === undefined ? negate(b) : subtract(a, b);

/** A product of two parts; what is absent makes it absent, since the other part of the sum keeps what has to be defined. */
function product(a?: Expr, b?: Expr): Expr | undefined {
  if (!a || !b) return undefined;
  return isOne(a) ? b : isOne(b) ? a : times(a, b);
}

export const real = (re: Expr): Parts => ({ re });
export const imaginary = (im: Expr): Parts => ({ im });

export const addParts = (a: Parts, b: Parts): Parts => ({
  re: plus(a.re, b.re),
  im: plus(a.im, b.im),
});

export const negateParts = ({ re, im }: Parts): Parts => ({
  re: re && negate(re),
  im: im && negate(im),
});

export const conjugate = ({ re, im }: Parts): Parts => ({ re, im: im && negate(im) });

export const multiplyParts = (a: Parts, b: Parts): Parts => ({
  re: minus(product(a.re, b.re), product(a.im, b.im)),
  im: plus(product(a.re, b.im), product(a.im, b.re)),
});

/** The square of the modulus. */
export const squareOf = ({ re, im }: Parts): Expr =>
  plus(re && toThe(unsigned(re), number(2n)), im && toThe(unsigned(im), number(2n))) ?? zero;

const unsigned = (expr: Expr): Expr => (expr.kind === "neg" ? expr.of : expr);

/** A quotient, by the conjugate of the divisor, whose square is not 0 where the quotient has a value. */
export function divideParts(a: Parts, b: Parts): Parts {
  const by = (divisor: Expr) => ({
    re: a.re && over(a.re, divisor),
    im: a.im && over(a.im, divisor),
  });
  if (!b.im) return by(b.re ?? zero);
  if (!b.re) {
    const turned = { re: a.im, im: a.re && negate(a.re) };
    return { re: turned.re && over(turned.re, b.im), im: turned.im && over(turned.im, b.im) };
  }
  const { re, im } = multiplyParts(a, conjugate(b));
  const square = squareOf(b);
  return { re: re && over(re, square), im: im && over(im, square) };
}

/** A value beside others that have to be defined with it, and count nothing. */
export function beside(value: Expr, others: readonly (Expr | undefined)[]): Expr {
  const kept = others.filter((other) => other !== undefined && other.kind !== "number");
  return kept.length ? sumOf(value, ...kept.map((other) => times(zero, other!))) : value;
}
