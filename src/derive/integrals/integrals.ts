import { Rational } from "../../num/index.js";
import { Diverges, noProcedure } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { asRational, constant, type Form, formKey, isZero, multiply } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearTerms } from "../form/linear.js";
import { partialFractions } from "../sums/apart.js";
import { depthOf } from "../sums/series.js";
import { arcTangentIntegral } from "./arcTangent.js";
import { splitAtKink } from "./absolute.js";
import { cubeRootIntegral } from "./cubeRoots.js";
import { isAbstract, isDensity } from "./densities.js";
import { eulerIntegral } from "./euler.js";
import { exponentialIntegral } from "./gaussian/gaussian.js";
import { orderedIntegral } from "./order.js";
import type { Limit } from "./limit.js";
import { logarithmicIntegral } from "./logarithms.js";
import { refusePoles } from "./poles.js";
import { powerIntegral } from "./powers.js";
import { bySubstitution } from "./substitution.js";
import { waveIntegral } from "./waves.js";

/** Definite integral over a bound name, linear in its terms. */
export function integralForm(
  ctx: Context,
  body: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form {
  const { ring } = ctx;
  if (isZero(body)) return body;
  if (lower && upper && isZero(subtractForms(ring, upper, lower))) return constant(ring, 0n);
  if (lower && upper) refusePoles(ctx, body, bound, lower, upper);
  const pieces = splitAtKink(ctx, body, bound, lower, upper);
  if (pieces) return pieces;
  const terms = linearTerms(ctx, body, bound);
  const infinite = !lower || !upper;
  if (terms.length > 1 || !isOne(terms[0].outside)) ctx.applied.add("linearity-of-integral");
  // Closed forms converge one by one; of abstract functions it has to be granted.
  if (infinite && terms.length > 1 && terms.some(({ inside }) => isAbstract(ctx, inside, bound))) {
    ctx.convergent.add(ctx.origin(bound));
  }
  const parts = eachConverging(terms.length, infinite, () =>
    terms.map(({ inside, outside }) =>
      multiply(ring, outside, integralOfTerm(ctx, inside, bound, lower, upper)),
    ),
  );
  return add(ring, ...parts);
}

/** Parts of which one does not converge say nothing of their sum, which may. */
function eachConverging(count: number, infinite: boolean, work: () => Form[]): Form[] {
  try {
    return work();
  } catch (error) {
    if (count > 1 && infinite && error instanceof Diverges)
      throw noProcedure("an integral of which the parts do not converge");
    throw error;
  }
}

const isOne = (form: Form): boolean => asRational(form)?.equals(Rational.of(1n)) ?? false;

function integralOfTerm(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form {
  const apart = partialFractions(ctx, inside, bound);
  if (apart) {
    const parts = eachConverging(apart.length, !lower || !upper, () =>
      apart.map((part) => integralForm(ctx, part, bound, lower, upper)),
    );
    return add(ctx.ring, ...parts);
  }
  const closed =
    powerIntegral(ctx, inside, bound, lower, upper) ??
    (lower && upper ? bySubstitution(ctx, inside, bound, lower, upper) : undefined) ??
    (lower && upper ? cubeRootIntegral(ctx, inside, bound, lower, upper) : undefined) ??
    exponentialIntegral(ctx, inside, bound, lower, upper) ??
    waveIntegral(ctx, inside, bound, lower, upper) ??
    arcTangentIntegral(ctx, inside, bound, lower, upper) ??
    eulerIntegral(ctx, inside, bound, lower, upper) ??
    (lower && upper ? logarithmicIntegral(ctx, inside, bound, lower, upper) : undefined);
  if (closed) {
    if (lower && upper) ctx.applied.add("fundamental-theorem");
    return closed;
  }
  if (!lower && !upper && isDensity(ctx, inside, bound)) {
    ctx.applied.add("integral-of-density");
    return constant(ctx.ring, 1n);
  }
  return (
    orderedIntegral(ctx, inside, bound, lower, upper) ??
    integralAtom(ctx, inside, bound, lower, upper)
  );
}

/**
 * An integral with no closed form here. Between finite limits it is a difference of integrals from 0, so that ranges
 * that meet are one.
 */
function integralAtom(ctx: Context, inside: Form, bound: string, lower: Limit, upper: Limit): Form {
  const { ring } = ctx;
  ctx.applied.add("unevaluated-integral");
  const own = `~${1 + depthOf(ctx, inside, bound)}`;
  const body = substituteForm(ctx, inside, bound, ring.form(ring.symbol(own)));
  ctx.named(own, ctx.origin(bound));
  const atom = (from: Limit, to: Limit): Form => {
    const key = `integral ${own} ${formKey(body)} ${from ? formKey(from) : "-"} ${to ? formKey(to) : "-"}`;
    const meaning = { kind: "integral" as const, body, bound: own, lower: from, upper: to };
    return ring.form(ring.atom(key, () => meaning));
  };
  if (!lower || !upper) return atom(lower, upper);
  const zero = constant(ring, 0n);
  const from0 = (limit: Form) => (isZero(limit) ? zero : atom(zero, limit));
  return subtractForms(ring, from0(upper), from0(lower));
}
