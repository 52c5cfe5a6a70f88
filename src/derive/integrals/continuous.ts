import type { Context } from "../form/context.js";
import { type Form, fromPoly } from "../form/ring/form.js";
import { formAtoms } from "../form/ring/ring.js";

/** Whether a form is certainly continuous: of names, exponentials and what is divided by no 0. */
export function isContinuous(ctx: Context, form: Form): boolean {
  const { ring, signs } = ctx;
  const defined =
    form.mono.exponents.every((exponent) => exponent >= 0) &&
    form.factors.every(({ poly, exponent }) => exponent > 0 || signs.nonzero(fromPoly(ring, poly)));
  return defined && [...formAtoms(form)].every((id) => isSmooth(id));

  function isSmooth(id: number): boolean {
    const atom = ring.atoms[id];
    if (atom.kind === "exp" || atom.kind === "abs") return isContinuous(ctx, atom.of);
    return ["symbol", "index", "pi", "prime"].includes(atom.kind);
  }
}
