import { gcd } from "../../num/gcd.js";
import { Rational } from "../../num/index.js";

/** A polynomial in one name over the integers: coefficients from the constant up, the last of them not 0. */
export type Polynomial = readonly bigint[];

/** The polynomial without zeros at its end and without a factor common to all coefficients; its sign is kept. */
export function primitive(coefficients: Polynomial): Polynomial {
  const own = [...coefficients];
  while (own.length && own[own.length - 1] === 0n) own.pop();
  const content = own.reduce(gcd, 0n);
  return content > 1n ? own.map((value) => value / content) : own;
}

export const degreeOf = (poly: Polynomial): number => poly.length - 1;

/** The sign of a polynomial at a fraction, which is that of its value times a power of the denominator. */
export function signAt(poly: Polynomial, { num, den }: Rational): -1 | 0 | 1 {
  let [value, power] = [0n, 1n];
  for (let i = poly.length - 1; i >= 0; i--) {
    value = value * num + poly[i] * power;
    power *= den;
  }
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

export const derivativeOf = (poly: Polynomial): Polynomial =>
  primitive(poly.slice(1).map((value, i) => value * BigInt(i + 1)));

export function productOf(left: Polynomial, right: Polynomial): Polynomial {
  const product = Array.from({ length: left.length + right.length - 1 }, () => 0n);
  left.forEach((a, i) => right.forEach((b, j) => (product[i + j] += a * b)));
  return primitive(product);
}

/** Quotient and remainder, each up to a positive factor. */
function divided(
  poly: Polynomial,
  divisor: Polynomial,
): { quotient: Polynomial; rest: Polynomial } {
  const lead = divisor[divisor.length - 1];
  const [size, side] = lead < 0n ? [-lead, -1n] : [lead, 1n];
  const quotient = Array.from({ length: Math.max(1, poly.length - divisor.length + 1) }, () => 0n);
  let rest = [...poly];
  for (let shift = poly.length - divisor.length; shift >= 0; shift--) {
    const top = (rest[shift + divisor.length - 1] ?? 0n) * side;
    rest = rest.map((value) => value * size);
    quotient.forEach((value, i) => (quotient[i] = value * size));
    quotient[shift] += top;
    divisor.forEach((value, i) => (rest[i + shift] -= top * value));
  }
  return { quotient: primitive(quotient), rest: primitive(rest) };
}

/** The polynomial with each of its roots once. */
export function squarefree(poly: Polynomial): Polynomial {
  let [a, b] = [primitive(poly), derivativeOf(poly)];
  while (b.length) [a, b] = [b, divided(a, b).rest];
  return degreeOf(a) < 1 ? primitive(poly) : divided(poly, a).quotient;
}

/** Sturm's chain of a polynomial without repeated roots: the changes of sign in it count the roots. */
export function sturmChain(poly: Polynomial): Polynomial[] {
  const chain = [primitive(poly), derivativeOf(poly)];
  while (degreeOf(chain[chain.length - 1]) > 0) {
    const { rest } = divided(chain[chain.length - 2], chain[chain.length - 1]);
    chain.push(rest.map((value) => -value));
  }
  return chain;
}

/** Changes of sign along a chain at a fraction. */
export function changesAt(chain: readonly Polynomial[], value: Rational): number {
  const signs = chain.map((poly) => signAt(poly, value)).filter((sign) => sign !== 0);
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
}
