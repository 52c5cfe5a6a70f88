import { gcd } from "../../../num/gcd.js";
import { wordsOf } from "../../tree/lengths.js";
import { compareMonomials, type Monomial } from "./monomial.js";
import type { Ring } from "./ring.js";

/** A polynomial over the integers in the atoms of a ring: monomials to coefficients, none 0. */
export type Poly = ReadonlyMap<Monomial, bigint>;

export const zeroPoly: Poly = new Map();

export function constantPoly(ring: Ring, value: bigint): Poly {
  return value === 0n ? zeroPoly : new Map([[ring.monomials.one, value]]);
}

export function accumulate(into: Map<Monomial, bigint>, term: Monomial, value: bigint): void {
  const total = (into.get(term) ?? 0n) + value;
  if (total === 0n) into.delete(term);
  else into.set(term, total);
}

export function addPolys(left: Poly, right: Poly, scale = 1n): Poly {
  const sum = new Map(left);
  for (const [term, value] of right) accumulate(sum, term, value * scale);
  return sum;
}

export function scalePoly(poly: Poly, factor: bigint): Poly {
  if (factor === 1n) return poly;
  return new Map([...poly].map(([term, value]) => [term, value * factor]));
}

export function samePoly(left: Poly, right: Poly): boolean {
  if (left.size !== right.size) return false;
  for (const [term, value] of left) if (right.get(term) !== value) return false;
  return true;
}

/** Words that the coefficients take: each term counts, and a long one counts more. */
export function sizeOf(poly: Poly): number {
  let words = 0;
  for (const value of poly.values()) words += wordsOf(value);
  return words;
}

/** Product, with every relation of the atoms applied. */
export function multiplyPolys(ring: Ring, left: Poly, right: Poly): Poly {
  ring.spend(
    sizeOf(left) * sizeOf(right),
    () => `a product of ${left.size} by ${right.size} terms`,
  );
  const product = new Map<Monomial, bigint>();
  let reducible = false;
  for (const [a, x] of left) {
    for (const [b, y] of right) {
      const term = ring.monomials.product(a, b);
      reducible ||= term.reducible;
      accumulate(product, term, x * y);
    }
  }
  return reducible ? ring.reduced(product) : product;
}

export function raisePoly(ring: Ring, base: Poly, exponent: number): Poly {
  ring.spend(exponent, () => `the power ${exponent}`);
  let result = constantPoly(ring, 1n);
  for (let i = 0; i < exponent; i++) result = multiplyPolys(ring, result, base);
  return result;
}

export function multiplyByMonomial(ring: Ring, poly: Poly, by: Monomial): Poly {
  if (by === ring.monomials.one) return poly;
  const product = new Map<Monomial, bigint>();
  let reducible = false;
  for (const [term, value] of poly) {
    const next = ring.monomials.product(term, by);
    reducible ||= next.reducible;
    product.set(next, value);
  }
  return reducible ? ring.reduced(product) : product;
}

/** The greatest integer that divides every coefficient, with the sign of the leading one. */
export function content(poly: Poly): bigint {
  let divisor = 0n;
  for (const value of poly.values()) {
    divisor = gcd(divisor, value);
    if (divisor === 1n) break;
  }
  return (poly.get(leading(poly)) ?? 1n) < 0n ? -divisor : divisor;
}

export function leading(poly: Poly): Monomial {
  let best: Monomial | undefined;
  for (const term of poly.keys()) if (!best || compareMonomials(term, best) > 0) best = term;
  return best!;
}

/** The monomial with each atom's smallest exponent among the terms. */
export function commonMonomial(ring: Ring, poly: Poly): Monomial {
  const { monomials } = ring;
  let common: Monomial | undefined;
  for (const term of poly.keys()) common = common ? monomials.lower(common, term) : term;
  return common ?? monomials.one;
}

/** A divisor with so many more terms divides only where nearly all cancel, as in (x^n - 1)/(x - 1) turned around. */
const mostTimesLonger = 40;
/** Terms of a quotient: a longer one makes no form simpler. */
const mostQuotient = 400;

/** The quotient where `divisor` divides `poly`, found by long division; undefined where it does not. */
export function divideExactly(ring: Ring, poly: Poly, divisor: Poly): Poly | undefined {
  if (divisor.size > poly.size * mostTimesLonger) return undefined;
  const first = leading(divisor);
  const rest = new Map(poly);
  const quotient = new Map<Monomial, bigint>();
  for (let steps = 0; rest.size > 0; steps++) {
    if (steps > mostQuotient) return undefined;
    ring.spend(rest.size + divisor.size, () => `a division of ${poly.size} terms`);
    const lead = leading(rest);
    const ratio = ring.monomials.over(lead, first);
    const [top, bottom] = [rest.get(lead)!, divisor.get(first)!];
    if (ratio.exponents.some((exponent) => exponent < 0) || top % bottom !== 0n) return undefined;
    const value = top / bottom;
    quotient.set(ratio, value);
    for (const [term, factor] of divisor) {
      const product = ring.monomials.product(term, ratio);
      // A relation between atoms would make the division circular.
      if (product.reducible) return undefined;
      accumulate(rest, product, -value * factor);
    }
  }
  return quotient;
}
