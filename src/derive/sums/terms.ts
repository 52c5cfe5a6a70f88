import { add } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { asRational, type Form, multiply } from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import { partialFractions } from "./apart.js";
import { deltaSum } from "./deltas.js";
import { geometricSum } from "./geometric.js";
import { ordered } from "./nested.js";
import { powerSum } from "./powerSums.js";
import { prefixAt } from "./series.js";
import { shifted } from "./shift.js";
import { prefixOf } from "./sums.js";

/** P(u) of one term, in closed form if it is a power, a geometric term or a delta, else as an atom. */
export function prefixOfTerm(ctx: Context, inside: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  if (asRational(inside)) return multiply(ring, inside, upto);
  const power = plainPower(ctx, inside, bound);
  if (power !== undefined) return powerSum(ctx, power, upto);
  const apart = partialFractions(ctx, inside, bound);
  if (apart) return add(ring, ...apart.map((part) => prefixOf(ctx, part, bound, upto)));
  return (
    deltaSum(ctx, inside, bound, upto) ??
    geometricSum(ctx, inside, bound, upto) ??
    shifted(ctx, inside, bound, upto) ??
    ordered(ctx, inside, bound, upto) ??
    prefixAt(ctx, inside, bound, upto)
  );
}

/** Sums of k-th powers have k + 1 terms, with the Bernoulli numbers up to k. */
const mostPower = 30;

/** k, if the form is the bound name to the power k. */
function plainPower(ctx: Context, form: Form, bound: string): number | undefined {
  if (form.factors.length || form.mono.atoms.length !== 1) return undefined;
  const atom = ctx.ring.atoms[form.mono.atoms[0]];
  const exponent = form.mono.exponents[0] / whole;
  const own = atom.kind === "symbol" && atom.name === bound;
  return own && Number.isInteger(exponent) && exponent > 0 && exponent <= mostPower
    ? exponent
    : undefined;
}
