import { Rational } from "../../num/index.js";
import { squareRoot } from "../evaluate/integerRoots.js";
import type { Context } from "../form/context.js";
import { gathered, termsOf } from "../form/ring/expansion.js";
import {
  asRational,
  constant,
  type Form,
  formKey,
  multiply,
  multiplyAll,
  raise,
} from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import { constantPoly } from "../form/ring/polynomial.js";
import { exponential } from "./exponential.js";
import { logarithm } from "./logarithm.js";

/** A positive rational to a rational power, over its primes. */
export function numberRoot(ctx: Context, value: Rational, exponent: Rational): Form {
  const { ring } = ctx;
  const factors: Form[] = [];
  for (const [part, sign] of [
    [value.num, 1n],
    [value.den, -1n],
  ] as const) {
    for (const [prime, count] of primeFactors(part)) {
      const power = exponent.mul(Rational.of(sign * BigInt(count)));
      const below = power.floor();
      const rest = power.sub(Rational.of(below)).mul(Rational.of(BigInt(whole)));
      factors.push(raise(ring, constant(ring, prime), Number(below)));
      if (rest.sign === 0) continue;
      const worth = constantPoly(ring, prime);
      const atom = ring.atom(`prime ${prime}`, () => ({
        kind: "prime",
        value: prime,
        relation: { span: whole, worth },
      }));
      factors.push(ring.form(atom, Number(rest.num)));
    }
  }
  return multiplyAll(ring, factors);
}

/** A rational to an integer power that is no number: 2^n, (-1)^n. */
export function powerOfNumber(ctx: Context, value: Rational, exponent: Form): Form {
  const { ring } = ctx;
  const size = exponential(
    ctx,
    multiply(ring, exponent, logarithm(ctx, constant(ring, value.abs()))),
  );
  if (value.sign > 0) return size;
  const signs = termsOf(ring, exponent).map((term) => {
    const odd = term.scale.isInteger && term.scale.num % 2n !== 0n;
    if (term.scale.isInteger && !odd) return constant(ring, 1n);
    if (asRational(term)) return constant(ring, -1n);
    return parity(ctx, odd ? { ...term, scale: Rational.of(1n) } : term);
  });
  return multiplyAll(ring, [size, ...signs]);
}

/** (-1)^n, whose square is 1. */
function parity(ctx: Context, exponent: Form): Form {
  const { ring } = ctx;
  const atom = ring.atom(`parity ${formKey(gathered(ring, exponent))}`, () => ({
    kind: "power",
    of: constant(ring, -1n),
    exponent,
    relation: { span: 2 * whole, worth: constantPoly(ring, 1n) },
  }));
  return ring.form(atom);
}

/** A number as a square, or a square of squares, of a smaller one. */
function perfectPower(value: bigint): [bigint, number] {
  const root = squareRoot(value);
  if (value < 2n || root * root !== value) return [value, 1];
  const [base, count] = perfectPower(root);
  return [base, 2 * count];
}

/** Divisors that are tried: what a text puts below a root has small factors, and a longer search would cost each root. */
const mostDivisor = 2000n;

/** The prime factors below 2000 with their counts; what is left stands as one factor, prime or not. */
export function primeFactors(value: bigint): Map<bigint, number> {
  const found = new Map<bigint, number>();
  let rest = value;
  for (let p = 2n; p < mostDivisor && p * p <= rest; p += p === 2n ? 1n : 2n) {
    while (rest % p === 0n) {
      rest /= p;
      found.set(p, (found.get(p) ?? 0) + 1);
    }
  }
  if (rest === 1n) return found;
  const [base, count] = perfectPower(rest);
  found.set(base, (found.get(base) ?? 0) + count);
  return found;
}
