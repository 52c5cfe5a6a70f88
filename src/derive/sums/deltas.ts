import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { asRational, constant, divide, type Form, multiply, negated, raise } from "../form/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/monomial.js";

/** sum_{n=1}^{u} delta(n, k) f(n) = f(k) for 1 <= k <= u, and 0 beyond. */
export function deltaSum(ctx: Context, inside: Form, bound: string, upto: Form): Form | undefined {
  const { ring, signs } = ctx;
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    if (atom.kind !== "call" || atom.name !== "delta" || !atom.names.has(bound)) continue;
    if (inside.mono.exponents[i] !== whole) continue;
    const linear = linearIn(ctx, atom.args[0], bound);
    const slope = linear && asRational(linear.slope);
    if (!linear || !slope || !slope.abs().equals(slope.mul(slope))) continue;
    const place = negated(divide(ring, linear.offset, linear.slope));
    const [from, to] = [
      subtractForms(ring, place, constant(ring, 1n)),
      subtractForms(ring, upto, place),
    ];
    const beyond = (gap: Form) => signs.nonnegative(subtractForms(ring, constant(ring, -1n), gap));
    if (beyond(from) || beyond(to)) return constant(ring, 0n);
    ctx.suppose(from, "nonnegative", "the index lies in the range");
    ctx.suppose(to, "nonnegative", "the index lies in the range");
    const rest = multiply(ring, inside, raise(ring, ring.form(atom), -1));
    return substituteForm(ctx, rest, bound, add(ring, place));
  }
  return undefined;
}
