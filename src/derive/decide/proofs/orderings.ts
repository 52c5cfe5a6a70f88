import { add } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import type { Form } from "../../form/ring/form.js";
import { substituteForm } from "../../form/formSubstitution.js";
import { formNames } from "../../form/ring/ring.js";
import { permutations } from "../../sums/nested.js";

/** Four names have 24 orders, each a sign to be shown. */
const mostNames = 4;
/** Each order multiplies the factors out, in sums of names. */
const mostFactors = 3;

/**
 * Shows that a form in two to four names has no negative value, or only positive ones, for each order of the names:
 * in a <= b <= c they are a, a + s and a + s + t, with s and t not negative.
 */
export function byOrderings(ctx: Context, gap: Form, strict: boolean): number | undefined {
  const { ring, signs } = ctx;
  const names = [...formNames(ring, gap)];
  if (names.length < 2 || names.length > mostNames || gap.factors.length > mostFactors)
    return undefined;
  const orders = permutations(names);
  const all = orders.every((order) =>
    signs.scoped(() => {
      let form = gap;
      let value = ring.form(ring.symbol(order[0]));
      for (const name of order.slice(1)) {
        const step = ring.form(ring.symbol(ctx.fresh(name)));
        signs.learn(step, ">=", "");
        value = add(ring, value, step);
        form = substituteForm(ctx, form, name, value);
      }
      return strict ? signs.positive(form) : signs.nonnegative(form);
    }),
  );
  return all ? orders.length : undefined;
}
