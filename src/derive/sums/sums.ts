import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { constant, type Form, isZero, multiply } from "../form/form.js";
import { linearTerms } from "../form/linear.js";
import { prefixOfTerm } from "./terms.js";

/**
 * Sum of a form for a bound name over a range: the difference of two sums that start at 1.
 *
 *     sum_{n=lo}^{hi} f(n) = P(hi) - P(lo - 1),  P(u) = sum_{n=1}^{u} f(n)
 *
 * P is the one function with P(0) = 0 and P(u) - P(u - 1) = f(u), so it also stands for u below 0.
 */
export function sumForm(ctx: Context, body: Form, bound: string, lo: Form, hi: Form): Form {
  const below = subtractForms(ctx.ring, lo, constant(ctx.ring, 1n));
  return subtractForms(ctx.ring, prefixOf(ctx, body, bound, hi), prefixOf(ctx, body, bound, below));
}

/** P(u), linear in the body: what does not depend on the bound name goes in front. */
export function prefixOf(ctx: Context, body: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  if (isZero(body) || isZero(upto)) return constant(ring, 0n);
  ctx.signs.integer(bound);
  const parts = linearTerms(ctx, body, bound).map(({ inside, outside }) =>
    multiply(ring, outside, prefixOfTerm(ctx, inside, bound, upto)),
  );
  return add(ring, ...parts);
}
