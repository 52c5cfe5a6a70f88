import { Rational } from "../../../num/index.js";
import { rationalOne, rationalZero } from "../../tree/constants.js";
import { GaveUp, Undefined } from "../../tree/errors.js";
import { held, type Monomial, whole } from "./monomial.js";
import { workOfFraction } from "../../tree/lengths.js";
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
  const rest = new Map<Monomial, bigint>();
  for (const [term, value] of poly) rest.set(ring.monomials.over(term, common), value / divisor);
  return settle(ring, { ...own, factors: [{ id: ring.polyId(rest), poly: rest, exponent: 1 }] });
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
  let factors = left.factors;
  if (right.factors.length) {
    const joined = new Map(left.factors.map((factor) => [factor.id, factor]));
    for (const factor of right.factors) {
      const exponent = counted(factor.exponent + (joined.get(factor.id)?.exponent ?? 0));
      if (exponent === 0) joined.delete(factor.id);
      else joined.set(factor.id, { ...factor, exponent });
    }
    factors = [...joined.values()].sort((a, b) => a.id - b.id);
  }
  return settle(ring, { scale, mono, factors });
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
  if (Math.abs(exponent) > 1e9) throw new GaveUp(`the power ${exponent}`);
  const { num, den } = base.scale;
  const bits = num.toString(16).length + den.toString(16).length;
  if (!(num * num === 1n && den === 1n) && bits * 4 * Math.abs(exponent) > mostBits) {
    throw new GaveUp(`the power ${exponent} of a number`);
  }
  return settle(ring, {
    scale:
      num === 1n && den === 1n
        ? rationalOne
        : num === -1n && den === 1n
          ? Rational.of(exponent % 2 ? -1n : 1n)
          : base.scale.pow(exponent),
    mono: ring.monomials.scaled(base.mono, exponent),
    factors: base.factors.map((factor) => ({
      ...factor,
      exponent: counted(factor.exponent * exponent),
    })),
  });
}

export const divide = (ring: Ring, left: Form, right: Form): Form =>
  multiply(ring, left, raise(ring, right, -1));

export const negated = (form: Form): Form => ({ ...form, scale: form.scale.neg() });
