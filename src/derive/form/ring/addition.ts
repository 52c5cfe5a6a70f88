import { Rational } from "../../../num/index.js";
import { lcm } from "../../../num/gcd.js";
import { rationalOne } from "../../tree/constants.js";
import { constant, type Factor, type Form, fromPoly, isZero, multiply, negated } from "./form.js";
import type { Monomial } from "./monomial.js";
import { accumulate, divideExactly, multiplyPolys, type Poly, raisePoly } from "./polynomial.js";
import type { Ring } from "./ring.js";

/** Sum of forms: what all have in common stays in factors, the rest is expanded. */
export function add(ring: Ring, ...forms: Form[]): Form {
  const terms = forms.filter((form) => !isZero(form));
  if (terms.length === 0) return constant(ring, 0n);
  if (terms.length === 1) return terms[0];
  let mono = terms[0].mono;
  for (const { mono: other } of terms) mono = ring.monomials.lower(mono, other);
  const lowest = new Map<number, Factor>();
  for (const { factors } of terms) for (const factor of factors) lowest.set(factor.id, factor);
  for (const [id, factor] of lowest) {
    const exponents = terms.map(
      ({ factors }) => factors.find((own) => own.id === id)?.exponent ?? 0,
    );
    lowest.set(id, { ...factor, exponent: Math.min(...exponents) });
  }
  let den = 1n;
  for (const { scale } of terms) den = lcm(den, scale.den);
  const sum = new Map<Monomial, bigint>();
  for (const term of terms) {
    const lifted = expandOver(ring, term, mono, lowest);
    const factor = term.scale.num * (den / term.scale.den);
    for (const [key, value] of lifted) accumulate(sum, key, value * factor);
  }
  const result = fromPoly(ring, sum, Rational.of(1n, den));
  if (isZero(result)) return result;
  const common = [...lowest.values()].filter(({ exponent }) => exponent !== 0);
  const rest: Form = { scale: rationalOne, mono, factors: common.sort((a, b) => a.id - b.id) };
  return multiply(ring, cancelled(ring, result, common), rest);
}

export const subtractForms = (ring: Ring, left: Form, right: Form): Form =>
  add(ring, left, negated(right));

function expandOver(ring: Ring, term: Form, mono: Monomial, lowest: Map<number, Factor>): Poly {
  let poly: Poly = new Map([[ring.monomials.over(term.mono, mono), 1n]]);
  if ([...poly.keys()][0].reducible) poly = ring.reduced(poly);
  for (const { id, poly: base, exponent } of lowest.values()) {
    const own = term.factors.find((factor) => factor.id === id)?.exponent ?? 0;
    if (own > exponent) poly = multiplyPolys(ring, raisePoly(ring, base, own - exponent), poly);
  }
  return poly;
}

/** Products of terms that a division may take to make one sum shorter. */
const longestDivision = 4000;

/** A new numerator with the denominators that divide it taken out. */
function cancelled(ring: Ring, form: Form, common: Factor[]): Form {
  let [top, out] = [form, constant(ring, 1n)];
  for (const { id, poly, exponent } of common) {
    for (let left = -exponent; left > 0 && top.factors.length === 1; left--) {
      const numerator = top.factors[0].poly;
      if (numerator.size * poly.size > longestDivision) break;
      const quotient = divideExactly(ring, numerator, poly);
      if (!quotient) break;
      top = multiply(ring, { ...top, factors: [] }, fromPoly(ring, quotient));
      const factor = { id, poly, exponent: 1 };
      out = multiply(ring, out, { ...constant(ring, 1n), factors: [factor] });
    }
  }
  return multiply(ring, top, out);
}
