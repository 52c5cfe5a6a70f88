import { Rational } from "../../num/index.js";
import { attempt, Diverges } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  isZero,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../form/ring/form.js";
import { cosine, sine } from "../functions/circular.js";
import { exponential } from "../functions/exponential.js";
import { logarithm } from "../functions/logarithm.js";
import { power } from "../functions/power.js";
import { callForm } from "../library/callForm.js";
import type { Quotient } from "./seriesForm.js";

const one = Rational.of(1n);
const half = Rational.of(1n, 2n);

/** z/(n + b): what is left of exp(z) without its first terms. */
export function exponentialSeries(ctx: Context, { z, above, below, first, from }: Quotient) {
  const { ring } = ctx;
  const [b] = below.map(asRational);
  if (above.length > 0 || below.length !== 1 || !b) return undefined;
  const start = countFrom(from.add(b).sub(one));
  if (start === undefined) return undefined;
  let factorial = 1n;
  const before: Form[] = [];
  for (let k = 0; k < start; k++) {
    before.push(divide(ring, raise(ring, z, k), constant(ring, -factorial)));
    factorial *= BigInt(k + 1);
  }
  const left = add(ring, exponential(ctx, z), ...before);
  return multiplyAll(ring, [first, constant(ring, factorial), raise(ring, z, -start), left]);
}

/** z/((n + b)(n + b + 1/2)): cosines and sines, hyperbolic for z above 0. */
export function circularSeries(ctx: Context, { z, above, below, first, from }: Quotient) {
  const { ring } = ctx;
  const offsets = below.map(asRational);
  const [a, b] = offsets;
  if (above.length > 0 || offsets.length !== 2 || !a || !b) return undefined;
  if (!a.sub(b).abs().equals(half)) return undefined;
  const least = a.compare(b) < 0 ? a : b;
  // 2 n + 2 b - 1 is how many steps of one the first term is away from 0.
  const start = Rational.of(2n).mul(from.add(least)).sub(one);
  const found = rootOfSize(ctx, multiply(ring, z, constant(ring, 4n)));
  if (!found || !(start.sign === 0 || start.equals(one))) return undefined;
  const { root, isNegative } = found;
  const place = start.sign === 0 ? "cos" : "sin";
  const value = isNegative
    ? place === "cos"
      ? cosine(ctx, root)
      : sine(ctx, root)
    : callForm(ctx, `${place}h`, [root]);
  return place === "cos" ? multiply(ring, first, value) : overRoot(ctx, first, value, root);
}

/** z (n + c)/(n + c + 1): a logarithm where c is an integer, an arc tangent where it is half of an odd one. */
export function logarithmicSeries(ctx: Context, { z, above, below, first, from }: Quotient) {
  const { ring } = ctx;
  const [c, b] = [above, below].map((all) => (all.length === 1 ? asRational(all[0]) : undefined));
  if (!c || !b || !b.sub(c).equals(one)) return undefined;
  const place = from.add(c);
  const start = countFrom(place);
  const unit = constant(ring, 1n);
  if (start !== undefined && start > 0) {
    within(ctx, subtractForms(ring, unit, z), "positive");
    within(ctx, add(ring, unit, z), "nonnegative");
    const before = Array.from({ length: start - 1 }, (_, k) =>
      divide(ring, raise(ring, z, k + 1), constant(ring, -(k + 1))),
    );
    const left = add(ring, negated(logarithm(ctx, subtractForms(ring, unit, z))), ...before);
    return multiplyAll(ring, [first, constant(ring, start), raise(ring, z, -start), left]);
  }
  const found = place.equals(half) ? rootOfSize(ctx, z) : undefined;
  if (!found) return undefined;
  const { root, isNegative } = found;
  const gap = isNegative ? add(ring, unit, z) : subtractForms(ring, unit, z);
  within(ctx, gap, isNegative ? "nonnegative" : "positive");
  return overRoot(ctx, first, callForm(ctx, isNegative ? "atan" : "atanh", [root]), root);
}

/** z (n - a)/(n + 1) from 0 on: (1 - z)^a. */
export function binomialSeries(ctx: Context, { z, above, below, first, from }: Quotient) {
  const { ring } = ctx;
  const isFirst = from.sign === 0 && below.length === 1 && asRational(below[0])?.equals(one);
  if (!isFirst || above.length !== 1) return undefined;
  const unit = constant(ring, 1n);
  const base = subtractForms(ring, unit, z);
  within(ctx, base, "positive");
  within(ctx, add(ring, unit, z), "positive");
  return multiply(ring, first, power(ctx, base, negated(above[0])));
}

/** A whole number that is not negative, as far as terms are written out. */
function countFrom(value: Rational): number | undefined {
  return value.isInteger && value.sign >= 0 && value.num <= 40n ? Number(value.num) : undefined;
}

/** A condition on z by which the series converges. @throws Diverges where it is known not to hold */
function within(ctx: Context, gap: Form, need: "positive" | "nonnegative"): void {
  const { signs } = ctx;
  const fails =
    need === "positive" ? signs.nonnegative(negated(gap)) : signs.positive(negated(gap));
  if (fails || (need === "positive" && isZero(gap)))
    throw new Diverges("a series does not converge, since its ratio is too large");
  if (need === "nonnegative" && isZero(gap)) return;
  ctx.suppose(gap, need, "the series converges");
}

/** Where the root is 0 the quotient has no value, unless it cancels. */
function overRoot(ctx: Context, first: Form, value: Form, root: Form): Form {
  const { ring } = ctx;
  const outside = divide(ring, first, root);
  const cancels =
    outside.mono.exponents.every((exponent) => exponent >= 0) &&
    outside.factors.every(({ exponent }) => exponent > 0);
  if (!cancels) ctx.suppose(root, "nonzero", "the series is divided by it");
  return multiply(ring, outside, value);
}

/** r with z = r^2 or z = -r^2; of either sign, which an odd function over r does not tell. */
function rootOfSize(ctx: Context, z: Form): { root: Form; isNegative: boolean } | undefined {
  const isNegative = z.scale.sign < 0;
  const size = isNegative ? negated(z) : z;
  const scale = attempt(() => power(ctx, constant(ctx.ring, size.scale), constant(ctx.ring, half)));
  const isEven =
    size.mono.exponents.every((exponent) => exponent % 2 === 0) &&
    size.factors.every(({ exponent }) => exponent % 2 === 0);
  if (!scale || !isEven) return undefined;
  let root = scale;
  for (const [i, id] of size.mono.atoms.entries())
    root = multiply(ctx.ring, root, ctx.ring.form(ctx.ring.atoms[id], size.mono.exponents[i] / 2));
  for (const factor of size.factors)
    root = multiply(ctx.ring, root, {
      ...constant(ctx.ring, 1n),
      factors: [{ ...factor, exponent: factor.exponent / 2 }],
    });
  return { root, isNegative };
}
