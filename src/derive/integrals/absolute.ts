import { noProcedure } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import { innerForms } from "../form/ring/atomParts.js";
import type { Context } from "../form/context.js";
import { divide, type Form, negated } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { type Atom, formAtoms } from "../form/ring/ring.js";
import { integralForm } from "./integrals.js";
import type { Limit } from "./limit.js";

type Absolute = Atom & { kind: "abs"; of: Form };

/** An integral over |s x + t| split where the sign changes, if that is known to be inside the range. */
export function splitAtKink(
  ctx: Context,
  body: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form | undefined {
  const { ring, signs } = ctx;
  const all = absolutesIn(ctx, body, bound);
  for (const { of } of all) {
    const linear = linearIn(ctx, of, bound);
    const slope = linear && signs.sign(linear.slope);
    if (!linear || !slope || slope.weak) continue;
    const kink = negated(divide(ring, linear.offset, linear.slope));
    const inside =
      (!lower || signs.nonnegative(subtractForms(ring, kink, lower))) &&
      (!upper || signs.nonnegative(subtractForms(ring, upper, kink)));
    /** The integral over a part on one side of the kink: under a name of that side the absolute value resolves. */
    const half = (side: 1 | -1, from: Limit, to: Limit): Form => {
      const name = ctx.fresh(ctx.origin(bound));
      const x = ring.form(ring.symbol(name));
      const own = signs.scoped(() => {
        const gap = subtractForms(ring, x, kink);
        signs.learn(side > 0 ? gap : negated(gap), ">=", "");
        return substituteForm(ctx, body, bound, x);
      });
      if (absolutesIn(ctx, own, name).length >= all.length) {
        throw noProcedure("an integral over an absolute value");
      }
      ctx.applied.add("split-at-kink");
      return integralForm(ctx, own, name, from, to);
    };
    if (lower && upper && signs.nonnegative(subtractForms(ring, upper, lower))) {
      if (signs.nonnegative(subtractForms(ring, lower, kink))) return half(1, lower, upper);
      if (signs.nonnegative(subtractForms(ring, kink, upper))) return half(-1, lower, upper);
    }
    if (inside) return add(ring, half(-1, lower, kink), half(1, kink, upper));
  }
  return undefined;
}

/** The absolute values in a form that depend on a name, wherever they stand. */
function absolutesIn(ctx: Context, form: Form, name: string): Absolute[] {
  return [...formAtoms(form)].flatMap((id): Absolute[] => {
    const atom = ctx.ring.atoms[id];
    if (!atom.names.has(name)) return [];
    const inner = innerForms(atom).flatMap((part) => absolutesIn(ctx, part, name));
    return atom.kind === "abs" ? [atom as Absolute, ...inner] : inner;
  });
}
