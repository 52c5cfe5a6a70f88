import { Rational } from "../../num/index.js";
import { noProcedure, Unsupported } from "../tree/errors.js";
import { add } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { asRational, constant, divide, type Form, multiply } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { convergingParts } from "./convergingParts.js";
import { linearTerms } from "../form/linear.js";
import { binomialSeries, circularSeries, exponentialSeries, logarithmicSeries } from "./known.js";
import { linearFactors } from "./linearFactors.js";
import { rationalSeries } from "./rational.js";

/**
 * The sum of terms that are not geometric, from a number on without end: by partial fractions where they are rational, and
 * else by what the quotient of neighbours is, z (n + c) ... over (n + b) ....
 *
 * @throws Diverges where the sum is known to have no value; Unsupported
 */
export function seriesForm(ctx: Context, body: Form, bound: string, lo: Form): Form {
  const { ring } = ctx;
  const from = asRational(lo);
  if (!from?.isInteger) throw new Unsupported("an endless sum has to begin at a number");
  const rational = rationalSeries(ctx, body, bound, from);
  if (rational) return rational;
  ctx.applied.add("power-series");
  const works = linearTerms(ctx, body, bound).map(
    ({ inside, outside }) =>
      () =>
        multiply(ring, outside, ofTerm(ctx, inside, bound, from)),
  );
  const parts = convergingParts(ctx, works);
  return add(ring, ...parts);
}

/** A series by its quotient of neighbours, its first term and where it begins. */
export interface Quotient {
  z: Form;
  /** c of each n + c above, and of each below. */
  above: Form[];
  below: Form[];
  first: Form;
  from: Rational;
}

function ofTerm(ctx: Context, inside: Form, bound: string, from: Rational): Form {
  const quotient = quotientOf(ctx, inside, bound, from);
  const found =
    quotient &&
    (exponentialSeries(ctx, quotient) ??
      circularSeries(ctx, quotient) ??
      logarithmicSeries(ctx, quotient) ??
      binomialSeries(ctx, quotient));
  if (found) return found;
  return timesIndex(ctx, inside, bound, from) ?? noSeries();
}

const noSeries = (): never => {
  throw noProcedure("this endless sum");
};

function quotientOf(
  ctx: Context,
  inside: Form,
  bound: string,
  from: Rational,
): Quotient | undefined {
  const { ring } = ctx;
  const n = ring.form(ring.symbol(bound));
  const next = substituteForm(ctx, inside, bound, add(ring, n, constant(ring, 1n)));
  const found = linearFactors(ctx, divide(ring, next, inside), bound);
  if (!found) return undefined;
  const { rest: z, factors } = found;
  const all = (sign: number) =>
    factors.flatMap(({ offset, exponent }) =>
      exponent * sign > 0 ? Array.from({ length: Math.abs(exponent) }, () => offset) : [],
    );
  const first = substituteForm(ctx, inside, bound, constant(ring, from));
  return { z, above: all(1), below: all(-1), first, from };
}

/** The most powers of the index beside a factorial. */
const mostPower = 8;

/** n^k t(n) where t(n) = c z^n/n!: n^k is a sum of n (n - 1) ... (n - j + 1), each of which takes j steps off. */
function timesIndex(ctx: Context, inside: Form, bound: string, from: Rational): Form | undefined {
  const { ring } = ctx;
  const n = ring.form(ring.symbol(bound));
  let power = 0;
  let base = inside;
  const id = ring.symbol(bound).id;
  while (base.mono.atoms.includes(id) && power < mostPower) {
    base = divide(ring, base, n);
    power++;
  }
  const zero = Rational.of(0n);
  const quotient = power > 0 ? quotientOf(ctx, base, bound, zero) : undefined;
  if (!quotient || quotient.above.length > 0 || from.sign < 0) return undefined;
  const { z, below } = quotient;
  if (below.length !== 1 || !asRational(below[0])?.equals(Rational.of(1n))) return undefined;
  const whole = exponentialSeries(ctx, quotient)!;
  let sum = constant(ring, 0n);
  let zs = constant(ring, 1n);
  for (let j = 0; j <= power; j++) {
    sum = add(ring, sum, multiply(ring, constant(ring, stirlingNumber(power, j)), zs));
    zs = multiply(ring, zs, z);
  }
  const all = multiply(ring, whole, sum);
  const before = Array.from({ length: Number(from.num) }, (_, k) => {
    const at = constant(ring, BigInt(k));
    const value = substituteForm(ctx, base, bound, at);
    return multiply(ring, constant(ring, -(BigInt(k) ** BigInt(power))), value);
  });
  return add(ring, all, ...before);
}

/** Ways to part k things in j heaps: n^k = sum_j S(k, j) n (n - 1) ... (n - j + 1). */
function stirlingNumber(k: number, j: number): bigint {
  if (k === 0 || j === 0) return k === j ? 1n : 0n;
  return BigInt(j) * stirlingNumber(k - 1, j) + stirlingNumber(k - 1, j - 1);
}
