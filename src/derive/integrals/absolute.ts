import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { divide, type Form, negated } from "../form/form.js";
import { mapAtoms } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { formAtoms } from "../form/ring.js";
import { integralForm } from "./integrals.js";

/** An integral over |s x + t| split where the sign changes, if that is known to be inside the range. */
export function splitAtKink(
  ctx: Context,
  body: Form,
  bound: string,
  lower: Form,
  upper: Form,
): Form | undefined {
  const { ring, signs } = ctx;
  for (const id of formAtoms(body)) {
    const atom = ring.atoms[id];
    if (atom.kind !== "abs" || !atom.names.has(bound)) continue;
    const linear = linearIn(ctx, atom.of, bound);
    const slope = linear && signs.sign(linear.slope);
    if (!linear || !slope || slope.weak) continue;
    const kink = negated(divide(ring, linear.offset, linear.slope));
    const left = signs.nonnegative(subtractForms(ring, lower, kink));
    const right = signs.nonnegative(subtractForms(ring, kink, upper));
    const inside =
      signs.nonnegative(subtractForms(ring, kink, lower)) &&
      signs.nonnegative(subtractForms(ring, upper, kink));
    const half = (side: number, from: Form, to: Form) => {
      const sign = side * slope.side;
      const signed = sign > 0 ? atom.of : negated(atom.of);
      const own = mapAtoms(ctx, body, (other) => (other.id === id ? signed : undefined));
      return integralForm(ctx, own, bound, from, to);
    };
    // The whole range may lie on one side, whichever way it runs.
    const ahead = signs.nonnegative(subtractForms(ring, upper, lower));
    if (ahead && left) return half(1, lower, upper);
    if (ahead && right) return half(-1, lower, upper);
    if (inside) return add(ring, half(-1, lower, kink), half(1, kink, upper));
  }
  return undefined;
}
