import { noProcedure } from "../tree/errors.js";
import { toThe } from "../tree/expression.js";
import { subtractForms } from "../form/ring/addition.js";
import { constant, isZero } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { power as powerForm } from "../functions/power.js";
import { boundSign } from "../signs/atomSign.js";
import { powerSlope } from "./shared/powerSlope.js";

/** A base of unknown sign to an exponent that is an integer. */
export const power: Kind<"power"> = {
  rebuild: (ctx, { of, exponent }, put) => powerForm(ctx, put(of), put(exponent)),
  expression: ({ of, exponent }, write) => toThe(write(of), write(exponent)),
  derivative(ctx, atom, _, slope) {
    if (!isZero(slope(atom.exponent))) throw noProcedure("the derivative by an integer exponent");
    const less = subtractForms(ctx.ring, atom.exponent, constant(ctx.ring, 1n));
    // x^(n - 1) has a value at 0, too, for n from 1 on.
    const why = ctx.signs.nonnegative(less)
      ? undefined
      : "the derivative of a power divides by its base";
    return powerSlope(ctx, ctx.ring.form(atom), atom.of, atom.exponent, slope(atom.of), why);
  },
  sign: boundSign,
};
