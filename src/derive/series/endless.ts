import { rationalOne } from "../tree/constants.js";
import { Diverges } from "../tree/errors.js";
import { convergingParts } from "./convergingParts.js";
import { seriesForm } from "./seriesForm.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  asRational,
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
import { ofRatio } from "../sums/geometric.js";
import { choose } from "../sums/powerSums.js";

/**
 * Sum of n^k g(n) from a first n on without end, with g(n + 1) = r g(n) and |r| < 1, a condition:
 *
 *     (1 - r) S_k = lo^k g(lo) + r sum_{i<k} C(k, i) S_i
 *
 * @throws Diverges where r is known to be no such number
 */
export function endlessSum(ctx: Context, body: Form, bound: string, lo: Form): Form {
  const { ring } = ctx;
  const terms = linearTerms(ctx, body, bound).map(({ inside, outside }) => {
    const found = ofRatio(ctx, inside, bound);
    const isGeometric = found && !isOne(found.ratio);
    return { outside, found: isGeometric ? found : undefined, inside };
  });
  const others = terms.filter(({ found }) => !found);
  const works = terms.flatMap(({ outside, found }) =>
    found ? [() => multiply(ring, outside, geometric(ctx, found, bound, lo))] : [],
  );
  const rest = others.map(({ inside, outside }) => multiply(ring, outside, inside));
  if (rest.length > 0) works.push(() => seriesForm(ctx, add(ring, ...rest), bound, lo));
  const parts = convergingParts(ctx, works);
  if (others.length < terms.length) ctx.applied.add("geometric-series");
  return add(ring, ...parts);
}

const isOne = (form: Form): boolean => asRational(form)?.equals(rationalOne) ?? false;

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
