import { attempt } from "../../tree/errors.js";
import type { Context } from "../../form/context.js";
import { constant, divide, type Form, negated } from "../../form/ring/form.js";
import { mapAtoms } from "../../form/formSubstitution.js";
import { whole } from "../../form/ring/monomial.js";
import { piecesOf } from "../../form/ring/pieces.js";
import { coefficients } from "./coefficients.js";

/**
 * What stands for an entry, a sum or a function in which an equation is linear, such as 1 for sum(p[i], i, 1, n): each
 * as a way to write it into another form, which is undefined where that has no value.
 */
export function atomValues(ctx: Context, equation: Form): ((form: Form) => Form | undefined)[] {
  const { ring, signs } = ctx;
  return piecesOf(ring, equation).flatMap(({ poly, exponent }) => {
    const ids = new Set([...poly.keys()].flatMap((term) => term.atoms));
    return [...ids].flatMap((id) => {
      if (exponent <= 0 || ring.atoms[id].kind === "symbol") return [];
      const by = coefficients(ctx, poly, id);
      const lead = by.get(whole);
      if (!lead || [...by.keys()].some((own) => own !== 0 && own !== whole)) return [];
      if (!signs.nonzero(lead)) return [];
      const rest = by.get(0) ?? constant(ring, 0n);
      return [
        (form: Form) =>
          attempt(() =>
            mapAtoms(ctx, form, (atom) =>
              atom === ring.atoms[id] ? divide(ring, negated(rest), lead) : undefined,
            ),
          ),
      ];
    });
  });
}
