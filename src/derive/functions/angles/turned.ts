import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, multiply, negated } from "../../form/ring/form.js";

/** The sine and the cosine of one angle. */
export interface Turned {
  sine: Form;
  cosine: Form;
}

/** The largest multiple of an angle that is written in its sine and cosine. */
const mostTimes = 64n;

/** No angle at all. */
export const unturned = (ctx: Context): Turned => ({
  sine: constant(ctx.ring, 0n),
  cosine: constant(ctx.ring, 1n),
});

/** sin(a + b) = sin a cos b + cos a sin b, and cos(a + b) = cos a cos b - sin a sin b. */
export function together(ctx: Context, a: Turned, b: Turned): Turned {
  const { ring } = ctx;
  return {
    sine: add(ring, multiply(ring, a.sine, b.cosine), multiply(ring, a.cosine, b.sine)),
    cosine: subtractForms(ring, multiply(ring, a.cosine, b.cosine), multiply(ring, a.sine, b.sine)),
  };
}

/** A whole multiple of an angle, by doubling; undefined for one that is too long to write. */
export function repeated(ctx: Context, unit: Turned, times: bigint): Turned | undefined {
  const size = times < 0n ? -times : times;
  if (size > mostTimes) return undefined;
  let [result, doubled] = [unturned(ctx), unit];
  for (let left = size; left > 0n; left >>= 1n) {
    if (left & 1n) result = together(ctx, result, doubled);
    if (left > 1n) doubled = together(ctx, doubled, doubled);
  }
  return times < 0n ? { ...result, sine: negated(result.sine) } : result;
}
