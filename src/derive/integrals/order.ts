import type { Context } from "../form/context.js";
import { type Form, formKey, multiply, raise } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { isContinuous } from "./continuous.js";
import { integralForm } from "./integrals.js";
import type { Limit } from "./limit.js";

/**
 * An integral of an integral whose limits do not depend on the outer name, in the one of its two orders that has the
 * smaller key (Fubini); undefined for any other.
 */
export function orderedIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form | undefined {
  if (ctx.inOrder) return undefined;
  const { ring } = ctx;
  const found = inside.mono.atoms.flatMap((id, i) => {
    const atom = ring.atoms[id];
    const own = atom.kind === "integral" && atom.names.has(bound);
    return own ? [{ atom, exponent: inside.mono.exponents[i] }] : [];
  });
  if (found.length !== 1 || found[0].exponent !== whole) return undefined;
  const { atom } = found[0];
  if (atom.kind !== "integral") return undefined;
  const limits = [atom.lower, atom.upper];
  if (limits.some((limit) => limit && formNames(ring, limit).has(bound))) return undefined;
  const name = ctx.fresh(ctx.origin(atom.bound));
  const own = substituteForm(ctx, atom.body, atom.bound, ring.form(ring.symbol(name)));
  const body = multiply(ring, multiply(ring, inside, raise(ring, ring.form(atom), -1)), own);
  ctx.applied.add("fubini");
  const bounded = ![lower, upper, ...limits].includes(undefined);
  if (!bounded || !isContinuous(ctx, body)) ctx.convergent.add(ctx.origin(bound));
  return ctx.withOrder(() => {
    const first = integralForm(
      ctx,
      integralForm(ctx, body, name, ...pair(limits)),
      bound,
      lower,
      upper,
    );
    const second = integralForm(
      ctx,
      integralForm(ctx, body, bound, lower, upper),
      name,
      ...pair(limits),
    );
    return formKey(first) <= formKey(second) ? first : second;
  });
}

const pair = ([lower, upper]: Limit[]): [Limit, Limit] => [lower, upper];
