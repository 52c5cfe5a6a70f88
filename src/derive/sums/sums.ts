import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { constant, type Form, isZero, multiply } from "../form/ring/form.js";
import { linearTerms } from "../form/linear.js";
import { deltaOver } from "./deltas.js";
import { prefixOfTerm } from "./terms.js";

/**
 * Sum of a form for a bound name over a range: the difference of two sums that start at 1.
 *
 *     sum_{n=lo}^{hi} f(n) = P(hi) - P(lo - 1),  P(u) = sum_{n=1}^{u} f(n)
 *
 * P is the one function with P(0) = 0 and P(u) - P(u - 1) = f(u), so it also stands for u below 0.
 */
export function sumForm(ctx: Context, body: Form, bound: string, lo: Form, hi: Form): Form {
  const { ring } = ctx;
  const below = subtractForms(ring, lo, constant(ring, 1n));
  ctx.signs.integer(bound);
  const [single, rest]: [Form[], Form[]] = [[], []];
  for (const { inside, outside } of linearTerms(ctx, body, bound)) {
    const picked =
      deltaOver(ctx, inside, bound, lo, hi) ??
      (hasFactorial(ctx, inside, bound)
        ? ctx.rules.binomialSum(ctx, inside, bound, lo, hi)
        : undefined);
    if (picked) single.push(multiply(ring, outside, picked));
    else rest.push(multiply(ring, outside, inside));
  }
  const others = single.length ? add(ring, ...rest) : body;
  const [to, from] = [hi, below].map((upto) => prefixOf(ctx, others, bound, upto));
  return add(ring, ...single, subtractForms(ring, to, from));
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

/** Whether a term holds a factorial of the bound name. */
function hasFactorial({ ring }: Context, { mono }: Form, bound: string): boolean {
  return mono.atoms.some((id) => {
    const atom = ring.atoms[id];
    return atom.kind === "call" && atom.name === "factorial" && atom.names.has(bound);
  });
}
