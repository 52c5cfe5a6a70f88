import { subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  isZero,
  multiply,
  negated,
  raise,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { isInteger } from "../functions/integers.js";
import { deltaForm } from "../library/delta.js";

/** The one index at which a term with a delta is not 0, and what the term is without the delta. */
interface Pick {
  place: Form;
  at(index: Form): Form;
}

function picked(ctx: Context, inside: Form, bound: string): Pick | undefined {
  const { ring } = ctx;
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    if (atom.kind !== "call" || atom.name !== "delta" || !atom.names.has(bound)) continue;
    if (inside.mono.exponents[i] !== whole) continue;
    const linear = linearIn(ctx, atom.args[0], bound);
    const slope = linear && asRational(linear.slope);
    if (!linear || !slope || !slope.abs().equals(slope.mul(slope))) continue;
    const place = negated(divide(ring, linear.offset, linear.slope));
    const rest = multiply(ring, inside, raise(ring, ring.form(atom), -1));
    ctx.applied.add("delta-in-sum");
    return { place, at: (index) => substituteForm(ctx, rest, bound, index) };
  }
  return undefined;
}

/** Whether one integer is known to be at most another, or to be above it; undefined where neither is known. */
function atMost(ctx: Context, low: Form, high: Form): boolean | undefined {
  const gap = subtractForms(ctx.ring, high, low);
  if (isZero(gap) || ctx.signs.nonnegative(gap)) return true;
  const above = subtractForms(ctx.ring, negated(gap), constant(ctx.ring, 1n));
  return ctx.signs.positive(negated(gap)) || ctx.signs.nonnegative(above) ? false : undefined;
}

/** Whether a place may be an index, which then is a condition unless it is known; a fraction is none. */
function mayBeIndex(ctx: Context, place: Form): boolean {
  const plain = asRational(place);
  if (plain) return plain.isInteger;
  if (!isInteger(ctx, place)) ctx.require(place, "integer", "the index is an integer");
  return true;
}

function suppose(ctx: Context, low: Form, high: Form): void {
  ctx.suppose(subtractForms(ctx.ring, high, low), "nonnegative", "the index lies in the range");
}

/** sum_{n=lo}^{hi} delta(n, k) f(n) = f(k) for lo <= k <= hi, and 0 beyond; undefined for a term without a delta. */
export function deltaOver(
  ctx: Context,
  inside: Form,
  bound: string,
  lo: Form,
  hi: Form,
): Form | undefined {
  const own = picked(ctx, inside, bound);
  if (!own) return undefined;
  const zero = constant(ctx.ring, 0n);
  if (!mayBeIndex(ctx, own.place)) return zero;
  if (atMost(ctx, lo, own.place) === false || atMost(ctx, own.place, hi) === false) return zero;
  suppose(ctx, lo, own.place);
  suppose(ctx, own.place, hi);
  return own.at(own.place);
}

/**
 * P(u) of a term with a delta: f(k) ([k <= u] - [k <= 0]), which below 0 counts the terms that are taken away; for k not
 * below 0 the second bracket is delta(k, 0). Where the place of k is not known, it is supposed to be one of 1, ..., u.
 */
export function deltaSum(ctx: Context, inside: Form, bound: string, upto: Form): Form | undefined {
  const own = picked(ctx, inside, bound);
  if (!own) return undefined;
  const { ring } = ctx;
  const [zero, one] = [constant(ring, 0n), constant(ring, 1n)];
  if (!mayBeIndex(ctx, own.place)) return zero;
  const [within, before] = [atMost(ctx, own.place, upto), atMost(ctx, own.place, zero)];
  if (within !== undefined && before !== undefined) {
    if (within === before) return zero;
    return within ? own.at(own.place) : negated(own.at(own.place));
  }
  if (within && atMost(ctx, zero, own.place)) {
    const atZero = multiply(ring, own.at(zero), deltaForm(ctx, own.place, zero));
    return subtractForms(ring, own.at(own.place), atZero);
  }
  suppose(ctx, one, own.place);
  suppose(ctx, own.place, upto);
  return own.at(own.place);
}
