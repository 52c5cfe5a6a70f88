import { Rational } from "../../../../num/index.js";
import type { Monomial } from "../../../form/ring/monomial.js";
import type { Poly } from "../../../form/ring/polynomial.js";
import type { Ring } from "../../../form/ring/ring.js";

/** A polynomial with fractions for coefficients, none of them 0. Relations between atoms are not applied. */
export type Sparse = ReadonlyMap<Monomial, Rational>;

export const zero = Rational.of(0n);
export const one = Rational.of(1n);

export const sparse = (poly: Poly): Sparse =>
  new Map([...poly].map(([term, value]) => [term, Rational.of(value)]));

export const single = (term: Monomial): Sparse => new Map([[term, one]]);

/** Adds `scale` times a polynomial into another one. */
export function addInto(into: Map<Monomial, Rational>, from: Sparse, scale = one): void {
  for (const [term, value] of from) {
    const total = (into.get(term) ?? zero).add(value.mul(scale));
    if (total.sign === 0) into.delete(term);
    else into.set(term, total);
  }
}

export function productOf(ring: Ring, left: Sparse, right: Sparse): Sparse {
  ring.spend(left.size * right.size, () => "a certificate");
  const product = new Map<Monomial, Rational>();
  for (const [a, x] of left)
    for (const [b, y] of right)
      addInto(product, new Map([[ring.monomials.product(a, b), x.mul(y)]]));
  return product;
}

/** The sum of polynomials, each times a number. */
export function combined(parts: readonly (readonly [Sparse, Rational])[]): Sparse {
  const sum = new Map<Monomial, Rational>();
  for (const [poly, scale] of parts) if (scale.sign !== 0) addInto(sum, poly, scale);
  return sum;
}

export const isEqual = (left: Sparse, right: Sparse): boolean =>
  combined([
    [left, one],
    [right, one.neg()],
  ]).size === 0;
