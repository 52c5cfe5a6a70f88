import { Rational } from "../../num/index.js";
import { asRational, type Form } from "../form/form.js";
import { primeFactors } from "../functions/numberRoots.js";

/**
 * The distinct roots of a polynomial in one name with rational coefficients, if all its real roots are rational:
 * what is left after dividing by them is a constant, or a quadratic without a real root.
 */
export function rationalRoots(
  coefficients: Map<number, Form>,
  unit: number,
): Rational[] | undefined {
  const exponents = [...coefficients.keys()];
  if (exponents.some((exponent) => exponent % unit !== 0)) return undefined;
  const degree = Math.max(...exponents) / unit;
  if (degree > 12) return undefined;
  let rest: Rational[] = [];
  for (let i = 0; i <= degree; i++) {
    const own = coefficients.get(i * unit);
    const value = own ? asRational(own) : Rational.of(0n);
    if (!value) return undefined;
    rest.push(value);
  }
  const roots: Rational[] = [];
  const take = (root: Rational) => {
    if (!roots.some((own) => own.equals(root))) roots.push(root);
    rest = deflated(rest, root);
  };
  while (rest.length > 1 && rest[0].sign === 0) take(Rational.of(0n));
  for (const candidate of candidates(rest)) {
    while (rest.length > 1 && valueAt(rest, candidate).sign === 0) take(candidate);
  }
  if (rest.length === 1) return roots;
  const [c, b, a] = rest;
  const none = rest.length === 3 && b.mul(b).sub(a.mul(c).mul(Rational.of(4n))).sign < 0;
  return none ? roots : undefined;
}

const valueAt = (poly: Rational[], x: Rational): Rational =>
  poly.reduceRight((sum, own) => sum.mul(x).add(own), Rational.of(0n));

/** The quotient by x - root (Horner's scheme). */
function deflated(poly: Rational[], root: Rational): Rational[] {
  const quotient: Rational[] = [];
  let carry = Rational.of(0n);
  for (let i = poly.length - 1; i > 0; i--) {
    carry = carry.mul(root).add(poly[i]);
    quotient.unshift(carry);
  }
  return quotient;
}

/** p/q with p a divisor of the last coefficient and q one of the leading, once all are whole. */
function candidates(poly: Rational[]): Rational[] {
  if (poly.length < 2) return [];
  const den = poly.reduce((product, { den }) => product * den, 1n);
  const [last, lead] = [poly[0], poly[poly.length - 1]].map((own) => (own.num * den) / own.den);
  const found: Rational[] = [];
  for (const p of divisors(last)) {
    for (const q of divisors(lead))
      for (const sign of [1n, -1n]) found.push(Rational.of(sign * p, q));
  }
  return found;
}

function divisors(value: bigint): bigint[] {
  let all = [1n];
  for (const [prime, count] of primeFactors(value < 0n ? -value : value)) {
    const powers = Array.from({ length: count + 1 }, (_, i) => prime ** BigInt(i));
    all = all.flatMap((own) => powers.map((power) => own * power));
    if (all.length > 400) return all.slice(0, 400);
  }
  return all;
}
