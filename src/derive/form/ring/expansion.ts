import { type Form, fromPoly, isZero, multiply } from "./form.js";
import {
  constantPoly,
  multiplyByMonomial,
  multiplyPolys,
  type Poly,
  raisePoly,
} from "./polynomial.js";
import type { Ring } from "./ring.js";

/** The numerator as one polynomial and the denominator's factors: `scale * mono * poly / den`. */
export function expandNumerator(ring: Ring, form: Form): { poly: Poly; rest: Form } {
  let poly = constantPoly(ring, 1n);
  for (const { poly: base, exponent } of form.factors) {
    if (exponent > 0) poly = multiplyPolys(ring, poly, raisePoly(ring, base, exponent));
  }
  const up = ring.monomials.combine(form.mono, ring.monomials.one, (a) => Math.max(a, 0));
  const factors = form.factors.filter(({ exponent }) => exponent < 0);
  const mono = ring.monomials.over(form.mono, up);
  return { poly: multiplyByMonomial(ring, poly, up), rest: { scale: form.scale, mono, factors } };
}

/** The form as a sum of terms, each a monomial over the common denominator. */
export function termsOf(ring: Ring, form: Form): Form[] {
  if (isZero(form)) return [];
  const { poly, rest } = expandNumerator(ring, form);
  return [...poly].map(([term, value]) =>
    multiply(ring, rest, fromPoly(ring, new Map([[term, value]]))),
  );
}

/** The form with its numerator as one factor, so that equal polynomials have equal keys. */
export function gathered(ring: Ring, form: Form): Form {
  if (form.factors.filter(({ exponent }) => exponent > 0).length === 0) return form;
  const ups = form.factors.filter(({ exponent }) => exponent > 0);
  if (ups.length === 1 && ups[0].exponent === 1) return form;
  const { poly, rest } = expandNumerator(ring, form);
  return multiply(ring, rest, fromPoly(ring, poly));
}
