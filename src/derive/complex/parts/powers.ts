import { Rational } from "../../../num/index.js";
import { constantValue } from "../../tree/constants.js";
import { GaveUp } from "../../tree/errors.js";
import { type Expr, negate, number, sumOf, times, toThe } from "../../tree/expression.js";
import { beside, divideParts, one, type Parts, real, zero } from "./parts.js";

/** Powers of sums that are written out, and of numbers that are computed. */
const mostOfSums = 40;
const mostOfNumbers = 4000;

/** A power with a whole number as its exponent. @throws GaveUp where it is too large to write out */
export function wholePower(base: Parts, exponent: bigint): Parts {
  if (exponent < 0n) return divideParts(real(one), wholePower(base, -exponent));
  if (exponent === 0n) return real(beside(one, [base.re, base.im]));
  if (exponent === 1n) return base;
  const n = Number(exponent);
  const [re, im] = [base.re, base.im];
  if (!im) return real(toThe(re ?? zero, number(exponent)));
  if (!re) return turned(toThe(im, number(exponent)), n);
  const [a, b] = [constantValue(re), constantValue(im)];
  if (a && b) return ofNumbers(a, b, n);
  if (n > mostOfSums) throw new GaveUp(`a complex power with the exponent ${n}`);
  return binomial(re, im, n);
}

/** i^n times a real number. */
function turned(value: Expr, n: number): Parts {
  const own = n % 4 === 2 || n % 4 === 3 ? negate(value) : value;
  return n % 2 === 0 ? { re: own } : { im: own };
}

function ofNumbers(a: Rational, b: Rational, n: number): Parts {
  if (n > mostOfNumbers) throw new GaveUp(`a complex power with the exponent ${n}`);
  let [x, y] = [Rational.of(1n), Rational.of(0n)];
  for (const bit of n.toString(2)) {
    [x, y] = [x.mul(x).sub(y.mul(y)), x.mul(y).mul(Rational.of(2n))];
    if (bit === "1") [x, y] = [x.mul(a).sub(y.mul(b)), x.mul(b).add(y.mul(a))];
  }
  return { re: number(x), im: number(y) };
}

/** The terms of (a + i b)^n, by the binomial theorem. */
function binomial(a: Expr, b: Expr, n: number): Parts {
  const sides: { re: Expr[]; im: Expr[] } = { re: [], im: [] };
  let count = 1n;
  for (let k = 0; k <= n; k++) {
    const factors = [number(count), ...powerOf(a, n - k), ...powerOf(b, k)];
    const term = times(...factors);
    const signed = k % 4 >= 2 ? negate(term) : term;
    sides[k % 2 === 0 ? "re" : "im"].push(signed);
    count = (count * BigInt(n - k)) / BigInt(k + 1);
  }
  return { re: sumOf(...sides.re), im: sumOf(...sides.im) };
}

const powerOf = (base: Expr, exponent: number): Expr[] =>
  exponent === 0 ? [] : exponent === 1 ? [base] : [toThe(base, number(BigInt(exponent)))];
