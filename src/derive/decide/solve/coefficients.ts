import { add } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, fromPoly } from "../../form/ring/form.js";
import type { Poly } from "../../form/ring/polynomial.js";

/** Coefficients by the exponent of one atom, in units. */
export function coefficients(ctx: Context, poly: Poly, id: number): Map<number, Form> {
  const { ring } = ctx;
  const found = new Map<number, Form>();
  for (const [term, value] of poly) {
    const at = term.atoms.indexOf(id);
    const exponent = at < 0 ? 0 : term.exponents[at];
    const other = ring.monomials.over(term, ring.monomials.single(id, exponent));
    const own = fromPoly(ring, new Map([[other, value]]));
    found.set(exponent, add(ring, found.get(exponent) ?? constant(ring, 0n), own));
  }
  return found;
}
