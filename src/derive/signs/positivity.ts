import { type Monomial, whole } from "../form/ring/monomial.js";
import { accumulate, addPolys, type Poly, scalePoly } from "../form/ring/polynomial.js";
import { Ring } from "../form/ring/ring.js";
import { atomSign } from "./atomSign.js";
import type { Bounds, Signs } from "../form/signs.js";
import { countWork } from "../tree/work.js";

export type Strength = "positive" | "nonnegative";

/** One look at a term, in products of two terms. */
const costOfTerm = 2;

/** Whether a polynomial's form shows that it is positive, or at least not negative, within the bounds of its atoms. */
export function positiveByShape(signs: Signs, poly: Poly): Strength | undefined {
  return poly.size === 0 ? "nonnegative" : strengthOf(signs, poly, 3);
}

/** Every term a product of what is not negative. */
function termwise(
  signs: Signs,
  poly: Poly,
  shifted = new Map<number, Strength>(),
): Strength | undefined {
  let strength: Strength = "nonnegative";
  for (const [term, value] of poly) {
    let side = value > 0n ? 1 : -1;
    let weak = false;
    for (const [i, id] of term.atoms.entries()) {
      const exponent = term.exponents[i] / whole;
      const known = shifted.get(id);
      const sign = known
        ? { side: 1, weak: known === "nonnegative" }
        : atomSign(signs, signs.ring.atoms[id]);
      const even = Number.isInteger(exponent) && exponent % 2 === 0;
      if (!sign && !even) return undefined;
      if (sign && sign.side < 0 && !even) side = -side;
      if (!sign || sign.weak) weak = true;
    }
    if (side < 0) return undefined;
    if (!weak) strength = "positive";
  }
  return strength;
}

/** Each bounded atom is written from its bound: x = a + t, x = b - t, or x = (a + b t)/(1 + t), with t not negative. */
function withinBounds(signs: Signs, poly: Poly): Strength | undefined {
  const ids = new Set([...poly.keys()].flatMap((term) => term.atoms));
  const shifted = new Map<number, Strength>();
  const used: string[] = [];
  let closed = false;
  let current = poly;
  for (const id of ids) {
    const bounds = signs.bounds(id);
    const { lower, upper } = bounds;
    if (!lower && !upper) continue;
    const next = rewritten(signs, current, id, bounds);
    if (!next || next.size > 300) continue; // its sign alone is used
    current = next;
    // t reaches every x but b itself, where the polynomial may vanish.
    if (lower && upper && !upper.strict) closed = true;
    const strict = (lower?.strict ?? true) && (upper?.strict ?? true);
    shifted.set(id, strict ? "positive" : "nonnegative");
    used.push(...[lower?.text, upper?.text].filter((text) => text !== undefined));
  }
  if (shifted.size === 0) return undefined;
  const strength = termwise(signs, current, shifted);
  if (strength) for (const text of used) signs.used.add(text);
  return strength && closed ? "nonnegative" : strength;
}

/** A power of a + b t is multiplied out, of n + 1 terms. */
const highestDegree = 8;

/** The polynomial in t, times a positive number and a power of 1 + t where both bounds are given. */
function rewritten(
  signs: Signs,
  poly: Poly,
  id: number,
  { lower, upper }: Bounds,
): Poly | undefined {
  const { ring } = signs;
  const { one } = ring.monomials;
  const t = ring.monomials.single(id);
  const powers = byPower(signs, poly, id);
  if (!powers) return undefined;
  const degree = Math.max(...powers.keys());
  if (degree > highestDegree) return undefined;
  const linear = (constant: bigint, slope: bigint): Poly => {
    const made = new Map<Monomial, bigint>();
    accumulate(made, one, constant);
    accumulate(made, t, slope);
    return made;
  };
  let [x, per]: [Poly, Poly] = [linear(0n, 1n), linear(1n, 0n)];
  if (lower && upper) {
    const [a, b] = [lower.value, upper.value];
    x = linear(a.num * b.den, b.num * a.den);
    per = linear(a.den * b.den, a.den * b.den);
  } else if (lower) {
    [x, per] = [linear(lower.value.num, lower.value.den), linear(lower.value.den, 0n)];
  } else if (upper) {
    [x, per] = [linear(upper.value.num, -upper.value.den), linear(upper.value.den, 0n)];
  }
  let result: Poly = new Map();
  for (const [power, coefficient] of powers) {
    let part = coefficient;
    for (let i = 0; i < degree; i++) part = plainProduct(ring, part, i < power ? x : per);
    result = addPolys(result, part);
  }
  return result;
}

/** The product without the relations of atoms: another polynomial of the same value. */
export function plainProduct(ring: Ring, left: Poly, right: Poly): Poly {
  countWork(left.size * right.size);
  const product = new Map<Monomial, bigint>();
  for (const [a, x] of left)
    for (const [b, y] of right) accumulate(product, ring.monomials.product(a, b), x * y);
  return product;
}

/** Coefficients by the power of one atom, or of a root of it; undefined where a power is negative. */
function byPower(
  signs: Signs,
  poly: Poly,
  id: number,
  unit = whole,
): Map<number, Poly> | undefined {
  const { monomials } = signs.ring;
  const powers = new Map<number, Map<Monomial, bigint>>();
  for (const [term, value] of poly) {
    const at = term.atoms.indexOf(id);
    const exponent = at < 0 ? 0 : term.exponents[at] / unit;
    if (!Number.isInteger(exponent) || exponent < 0) return undefined;
    const rest = monomials.over(term, monomials.single(id, exponent * unit));
    if (!powers.has(exponent)) powers.set(exponent, new Map());
    accumulate(powers.get(exponent)!, rest, value);
  }
  return powers;
}

/** The exponent of which all exponents of an atom are once or twice, such as 1/2 for a + a^(1/2), if there is one. */
function quadraticUnit(poly: Poly, id: number): number | undefined {
  let [unit, most] = [0, 0];
  for (const term of poly.keys()) {
    let other = term.exponents[term.atoms.indexOf(id)] ?? 0;
    if (other < 0) return undefined;
    most = Math.max(most, other);
    while (other) [unit, other] = [other, unit % other];
  }
  return most === 2 * unit ? unit : undefined;
}

/** Terms: the discriminant has the square of so many. */
const longestQuadratic = 20;

/** a x^2 + b x + c with a > 0 and 4 a c - b^2 >= 0. */
function byDiscriminant(signs: Signs, poly: Poly, depth: number): Strength | undefined {
  if (depth === 0 || poly.size > longestQuadratic) return undefined;
  const { ring } = signs;
  let best: Strength | undefined;
  for (const id of new Set([...poly.keys()].flatMap((term) => term.atoms))) {
    ring.spend(poly.size, () => "the sign of a sum");
    const unit = quadraticUnit(poly, id);
    const powers = unit && byPower(signs, poly, id, unit);
    if (!powers) continue;
    const [a, b, c] = [2, 1, 0].map((power) => powers.get(power) ?? (new Map() as Poly));
    if (c.size === 0 || strengthOf(signs, a, depth - 1) !== "positive") continue;
    const gap = addPolys(scalePoly(plainProduct(ring, a, c), 4n), plainProduct(ring, b, b), -1n);
    const strength = strengthOf(signs, gap, depth - 1);
    if (strength === "positive") return strength;
    best ??= strength;
  }
  return best;
}

function strengthOf(signs: Signs, poly: Poly, depth: number): Strength | undefined {
  signs.ring.spend(costOfTerm * poly.size, () => "the sign of a sum");
  return termwise(signs, poly) ?? withinBounds(signs, poly) ?? byDiscriminant(signs, poly, depth);
}
