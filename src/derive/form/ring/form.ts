import { Rational } from "../../../num/index.js";
import { rationalOne, rationalZero } from "../../tree/constants.js";
import { GaveUp, Undefined } from "../../tree/errors.js";
import { held, type Monomial, whole } from "./monomial.js";
import { bitsOf, mostExponent, workOfFraction } from "../../tree/lengths.js";
import { commonMonomial, content, type Poly, sizeOf } from "./polynomial.js";
import type { Ring } from "./ring.js";

/**
 * A rational function over the atoms of a ring, in factors: `scale * mono * product(poly^exponent)`.
 * Polynomials are primitive with a positive leading coefficient and no atom in common to all terms; negative
 * exponents are the denominator. Zero is the form with scale 0.
 */
export interface Form {
  readonly scale: Rational;
  readonly mono: Monomial;
  readonly factors: readonly Factor[];
}

export interface Factor {
  readonly id: number;
  readonly poly: Poly;
  readonly exponent: number;
}

/** Bits of a scale: 2^60000 still is multiplied in microseconds, and longer ones come of powers that no text means. */
const mostBits = 60_000;
const largest = 1n << BigInt(mostBits); // made once: it is longer than all that it is compared with
const smallest = -largest;

export const isZero = (form: Form): boolean => form.scale.sign === 0;

export function constant(ring: Ring, value: Rational | number | bigint): Form {
  const scale = value instanceof Rational ? value : Rational.of(BigInt(value));
  return { scale, mono: ring.monomials.one, factors: [] };
}

/** The rational that a form is, if it is constant. */
export function asRational(form: Form): Rational | undefined {
  if (isZero(form)) return rationalZero;
  return form.mono.atoms.length === 0 && form.factors.length === 0 ? form.scale : undefined;
}

/** One text for one form; different texts may still be equal functions. */
export function formKey(form: Form): string {
  const factors = form.factors.map(({ id, exponent }) => `${id}^${exponent}`);
  return `${form.scale} ${form.mono.id} ${factors.join(" ")}`;
}

function bounded(scale: Rational): Rational {
  if (scale.den > largest || scale.num > largest || scale.num < smallest) {
    throw new GaveUp("a number of more than 18,000 digits");
  }
  return scale;
}

/** A polynomial as a form, split into its content, its common monomial and the rest. */
export function fromPoly(ring: Ring, poly: Poly, scale = rationalOne): Form {
  if (poly.size === 0) return constant(ring, 0n);
  ring.spend(sizeOf(poly), () => `a sum of ${poly.size} terms`);
  const divisor = content(poly);
  const common = commonMonomial(ring, poly);
  const own = { scale: bounded(scale.mul(Rational.of(divisor))), mono: common };
  if (poly.size === 1) return settle(ring, { ...own, factors: [] });
  const rest =
    divisor === 1n && common === ring.monomials.one ? poly : over(ring, poly, common, divisor);
  return settle(ring, { ...own, factors: [{ id: ring.polyId(rest), poly: rest, exponent: 1 }] });
}

function over(ring: Ring, poly: Poly, common: Monomial, divisor: bigint): Poly {
  const rest = new Map<Monomial, bigint>();
  for (const [term, value] of poly) rest.set(ring.monomials.over(term, common), value / divisor);
  return rest;
}

/** Applies the relations of atoms in the monomial: their exponents end between 0 and the span. */
function settle(ring: Ring, form: Form): Form {
  if (!form.mono.reducible) return form;
  let { scale, mono } = form;
  let worth: Form | undefined;
  form.mono.atoms.forEach((id, i) => {
    const relation = ring.atoms[id].relation;
    if (!relation) return;
    const times = Math.floor(form.mono.exponents[i] / relation.span);
    if (times === 0) return;
    mono = ring.monomials.over(mono, ring.monomials.single(id, times * relation.span));
    const power = raise(ring, fromPoly(ring, relation.worth), times);
    worth = worth ? multiply(ring, worth, power) : power;
  });
  const rest: Form = { scale, mono, factors: form.factors };
  return worth ? multiply(ring, rest, worth) : rest;
}

/** A product of two forms, beside that of their terms. */
const costOfProduct = 3;

/** The exponent of a factor, while it can be counted as those of atoms are. */
const counted = (exponent: number): number => held(exponent * whole) / whole;

export function multiply(ring: Ring, left: Form, right: Form): Form {
  if (isZero(left) || isZero(right)) return constant(ring, 0n);
  ring.spend(
    costOfProduct + workOfFraction(left.scale) + workOfFraction(right.scale),
    () => "a product of forms",
  );
  const scale = bounded(left.scale.mul(right.scale));
  const mono = ring.monomials.product(left.mono, right.mono);
  return settle(ring, { scale, mono, factors: joined(left.factors, right.factors) });
}

/** The factors of a product; those of a form stand in the order of their numbers. */
function joined(left: readonly Factor[], right: readonly Factor[]): readonly Factor[] {
  if (right.length === 0) return left;
  if (left.length === 0) return right;
  const factors: Factor[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    if (!b || (a && a.id < b.id)) factors.push(left[i++]);
    else if (!a || b.id < a.id) factors.push(right[j++]);
    else {
      const exponent = counted(left[i++].exponent + right[j++].exponent);
      if (exponent !== 0) factors.push({ ...a, exponent });
    }
  }
  return factors;
}

export const multiplyAll = (ring: Ring, forms: Form[]): Form =>
  forms.reduce((product, form) => multiply(ring, product, form), constant(ring, 1n));

/** Integer power. @throws Undefined for a negative power of 0 */
export function raise(ring: Ring, base: Form, exponent: number): Form {
  if (exponent === 0) return constant(ring, 1n);
  if (isZero(base)) {
    if (exponent < 0) throw new Undefined("a denominator is 0");
    return base;
  }
  if (Math.abs(exponent) > mostExponent) throw new GaveUp(`the power ${exponent}`);
  return settle(ring, {
    scale: raisedScale(base.scale, exponent),
    mono: ring.monomials.scaled(base.mono, exponent),
    factors: base.factors.map((factor) => ({
      ...factor,
      exponent: counted(factor.exponent * exponent),
    })),
  });
}

function raisedScale(scale: Rational, exponent: number): Rational {
  const { num, den } = scale;
  if (den === 1n && num === 1n) return rationalOne;
  if (den === 1n && num === -1n) return Rational.of(exponent % 2 ? -1n : 1n);
  if ((bitsOf(num) + bitsOf(den)) * Math.abs(exponent) > mostBits) {
    throw new GaveUp(`the power ${exponent} of a number`);
  }
  return scale.pow(exponent);
}

export const divide = (ring: Ring, left: Form, right: Form): Form =>
  multiply(ring, left, raise(ring, right, -1));

export const negated = (form: Form): Form => ({ ...form, scale: form.scale.neg() });
