import { Diverges, Unsupported } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  constant,
  divide,
  type Form,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearTerms } from "../form/linear.js";
import { ofRatio } from "./geometric.js";
import { choose } from "./powerSums.js";

/**
 * Sum of n^k g(n) from a first n on without end, with g(n + 1) = r g(n) and |r| < 1, a condition:
 *
 *     (1 - r) S_k = lo^k g(lo) + r sum_{i<k} C(k, i) S_i
 *
 * @throws Diverges where r is known to be no such number
 */
export function endlessSum(ctx: Context, body: Form, bound: string, lo: Form): Form {
  const { ring } = ctx;
  const parts = linearTerms(ctx, body, bound).map(({ inside, outside }) => {
    const found = ofRatio(ctx, inside, bound);
    if (!found) throw new Unsupported("the terms of an infinite sum are not geometric");
    return multiply(ring, outside, geometric(ctx, found, bound, lo));
  });
  ctx.applied.add("geometric-series");
  return add(ring, ...parts);
}

function geometric(
  ctx: Context,
  { power, g, ratio }: { power: number; g: Form; ratio: Form },
  bound: string,
  lo: Form,
): Form {
  const { ring, signs } = ctx;
  const one = constant(ring, 1n);
  const gaps = [subtractForms(ring, one, ratio), add(ring, one, ratio)];
  if (gaps.some((gap) => signs.nonnegative(negated(gap))))
    throw new Diverges("a geometric series does not converge, since its ratio is not below 1");
  for (const gap of gaps) ctx.suppose(gap, "positive", "the series converges");
  const first = substituteForm(ctx, g, bound, lo);
  const sums: Form[] = [];
  for (let k = 0; k <= power; k++) {
    const lower = sums.map((sum, i) =>
      multiplyAll(ring, [constant(ring, choose(k, i)), ratio, sum]),
    );
    const start = multiply(ring, raise(ring, lo, k), first);
    sums.push(divide(ring, add(ring, start, ...lower), gaps[0]));
  }
  return sums[power];
}
