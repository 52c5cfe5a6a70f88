import { Rational } from "../num/index.js";
import {
  add,
  atom,
  commonMonomial,
  constant,
  content,
  divideContent,
  divideMonomial,
  exponents,
  multiply,
  type Poly,
  polyKey,
  raise,
  zero,
} from "./polynomial.js";

/**
 * A rational function over Q with its denominator in factors: `scale * num / product(factor^exponent)`.
 * Factors are primitive with a positive leading coefficient, and no atom divides one that is not that atom.
 */
export interface Fraction {
  num: Poly;
  scale: Rational;
  factors: ReadonlyMap<string, { poly: Poly; exponent: number }>;
}

const one = Rational.of(1n);
const none: Fraction["factors"] = new Map();

export const fromRational = (value: Rational): Fraction => ({
  num: value.sign === 0 ? zero : constant(1n),
  scale: value.sign === 0 ? one : value,
  factors: none,
});
export const fromAtom = (name: string): Fraction => ({
  num: atom(name),
  scale: one,
  factors: none,
});

/** A polynomial as a fraction, its content in the scale. */
export function fromPoly(poly: Poly, scale = one): Fraction {
  if (poly.size === 0) return fromRational(Rational.of(0n));
  const divisor = content(poly);
  return {
    num: divideContent(poly, divisor),
    scale: scale.mul(Rational.of(divisor)),
    factors: none,
  };
}

export const isZero = (value: Fraction): boolean => value.num.size === 0;

export function addFractions(left: Fraction, right: Fraction): Fraction {
  if (isZero(left)) return right;
  if (isZero(right)) return left;
  // The common denominator has each factor at its larger exponent.
  const factors = new Map(left.factors);
  for (const [key, factor] of right.factors) {
    const mine = factors.get(key);
    if (!mine || mine.exponent < factor.exponent) factors.set(key, factor);
  }
  const lift = (value: Fraction): Poly => {
    let poly = value.num;
    for (const [key, { poly: base, exponent }] of factors) {
      poly = multiply(poly, raise(base, exponent - (value.factors.get(key)?.exponent ?? 0)));
    }
    return poly;
  };
  const [a, b] = [left.scale, right.scale];
  const den = a.den * b.den;
  const sum = add(scaleBy(lift(left), a.num * b.den), lift(right), b.num * a.den);
  return cancel({ ...fromPoly(sum, Rational.of(1n, den)), factors });
}

export function multiplyFractions(left: Fraction, right: Fraction): Fraction {
  if (isZero(left)) return left;
  if (isZero(right)) return right;
  const factors = new Map(left.factors);
  for (const [key, { poly, exponent }] of right.factors) {
    factors.set(key, { poly, exponent: exponent + (factors.get(key)?.exponent ?? 0) });
  }
  const product = fromPoly(multiply(left.num, right.num), left.scale.mul(right.scale));
  return cancel({ ...product, factors });
}

/** One over a fraction that is not zero. */
export function invert(value: Fraction): Fraction {
  const factors = new Map<string, { poly: Poly; exponent: number }>();
  const put = (poly: Poly) => {
    if (poly.size === 1 && poly.has("")) return;
    factors.set(polyKey(poly), { poly, exponent: 1 });
  };
  // Monomials are split into their atoms, so that D_K^2 and D_K share a factor.
  const common = commonMonomial(value.num);
  for (const [name, exponent] of exponents(common)) {
    const poly = atom(name);
    factors.set(polyKey(poly), { poly, exponent });
  }
  const rest = divideMonomial(value.num, common);
  const sign = content(rest);
  put(divideContent(rest, sign));
  let num = constant(1n);
  for (const { poly, exponent } of value.factors.values())
    num = multiply(num, raise(poly, exponent));
  const scale = one.div(value.scale.mul(Rational.of(sign)));
  return cancel({ ...fromPoly(num, scale), factors });
}

export const negateFraction = (value: Fraction): Fraction => ({
  ...value,
  scale: value.scale.neg(),
});

export function powFraction(base: Fraction, exponent: number): Fraction {
  if (exponent < 0) return powFraction(invert(base), -exponent);
  let result = fromRational(one);
  for (let i = 0; i < exponent; i++) result = multiplyFractions(result, base);
  return result;
}

/** Takes out atoms and whole factors that numerator and denominator share. */
function cancel(value: Fraction): Fraction {
  if (isZero(value)) return fromRational(Rational.of(0n));
  const factors = new Map(value.factors);
  let num = value.num;
  const common = exponents(commonMonomial(num));
  for (const [key, { poly, exponent }] of factors) {
    const single = poly.size === 1 ? [...poly.keys()][0] : undefined;
    const name = single === undefined ? undefined : [...exponents(single).keys()][0];
    const shared = name === undefined ? 0 : Math.min(exponent, common.get(name) ?? 0);
    let left = exponent - shared;
    if (shared && single) num = divideMonomial(num, [...raise(poly, shared).keys()][0]);
    if (left && name === undefined && polyKey(num) === key) {
      num = constant(1n);
      left -= 1;
    }
    if (left === 0) factors.delete(key);
    else factors.set(key, { poly, exponent: left });
  }
  return { num, scale: value.scale, factors };
}

function scaleBy(poly: Poly, factor: bigint): Poly {
  return new Map([...poly].map(([key, coefficient]) => [key, coefficient * factor]));
}

/** One text for one fraction in this form; different texts may still be equal functions. */
export function fractionKey(value: Fraction): string {
  const factors = [...value.factors].map(([key, { exponent }]) => `(${key})^${exponent}`).sort();
  return `${value.scale}*(${polyKey(value.num)})/${factors.join("")}`;
}
