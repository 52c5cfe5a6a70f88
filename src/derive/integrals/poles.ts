import { Diverges } from "../tree/errors.js";
import type { Context } from "../form/context.js";
import { asRational, type Form, fromPoly } from "../form/ring/form.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formAtoms, formNames } from "../form/ring/ring.js";

/**
 * A rational function whose lowest terms have a pole inside the range, or at its end, has no integral over it. Beside
 * an exponential or a logarithm a pole may be none, so nothing is said of these.
 *
 * @throws Diverges where there is a pole
 */
export function refusePoles(
  ctx: Context,
  body: Form,
  bound: string,
  lower: Form,
  upper: Form,
): void {
  const { ring } = ctx;
  const [from, to] = [asRational(lower), asRational(upper)];
  if (!from || !to) return;
  const id = ring.symbol(bound).id;
  const other = [...formAtoms(body)].some((own) => own !== id && ring.atoms[own].names.has(bound));
  if (other) return;
  const inside = (root: typeof from) => root.sub(from).sign * root.sub(to).sign <= 0;
  const at = body.mono.atoms.indexOf(id);
  const power = at < 0 ? 0 : body.mono.exponents[at] / whole;
  if (power <= -1 && inside(from.sub(from))) throw new Diverges("an integral runs across a pole");
  for (const { poly, exponent } of body.factors) {
    const form = fromPoly(ring, poly);
    if (exponent > 0 || !formNames(ring, form).has(bound)) continue;
    const linear = linearIn(ctx, form, bound);
    const [slope, offset] = linear ? [asRational(linear.slope), asRational(linear.offset)] : [];
    if (!slope || !offset || slope.sign === 0) continue;
    if (inside(offset.neg().div(slope))) throw new Diverges("an integral runs across a pole");
  }
}
