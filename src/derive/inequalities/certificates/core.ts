import type { Context } from "../../form/context.js";
import type { Form } from "../../form/ring/form.js";
import { signPieces } from "../../form/ring/pieces.js";
import { constantPoly, type Poly, scalePoly } from "../../form/ring/polynomial.js";
import { atomSign } from "../../signs/atomSign.js";
import { plainProduct } from "../../signs/positivity.js";

/** Terms of what is multiplied out. */
const mostTerms = 60;

/**
 * What of a form has no known sign, multiplied out: the form is not negative where that is not, and is 0 only where that is,
 * unless it is `weak`.
 *
 * @param keepsWeak whether what is known not to be negative is multiplied out, too
 */
export function coreOf(
  ctx: Context,
  form: Form,
  keepsWeak: boolean,
): { poly: Poly; weak: boolean } | undefined {
  const { ring, signs } = ctx;
  let side: number = form.scale.sign;
  let weak = false;
  let poly = constantPoly(ring, 1n);
  for (const { poly: own, exponent, atom } of signPieces(ring, form)) {
    const sign = atom ? atomSign(signs, atom) : signs.polySign(own);
    const isEven = Number.isInteger(exponent) && exponent % 2 === 0;
    if (sign && (!sign.weak || exponent < 0)) {
      if (!isEven && sign.side < 0) side = -side;
      continue;
    }
    if (isEven) {
      if (exponent > 0) weak = true;
      continue;
    }
    if (!Number.isInteger(exponent) && !sign) return undefined;
    // What has a weak sign is looked at again where it must not be 0, or has both.
    if (!Number.isInteger(exponent) || (sign && sign.side > 0 && !keepsWeak)) {
      weak = true;
      continue;
    }
    if (poly.size * own.size > mostTerms) return undefined;
    poly = plainProduct(ring, poly, own);
  }
  if (poly.size < 2 && poly.has(ring.monomials.one)) return undefined;
  return { poly: scalePoly(poly, BigInt(side)), weak };
}
