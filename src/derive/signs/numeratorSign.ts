import type { Form } from "../form/ring/form.js";
import type { Poly } from "../form/ring/polynomial.js";
import { plainProduct } from "./positivity.js";
import type { Sign, Signs } from "../form/signs.js";

/** What is multiplied out: a few short factors, since signs of long polynomials are rarely shown. */
const highestPower = 4;
const mostProducts = 400;

/** The sign of the numerator multiplied out, where the factors alone do not tell. */
export function numeratorSign(signs: Signs, form: Form): Sign | undefined {
  if (form.factors.length + form.mono.atoms.length < 2) return undefined;
  if (form.factors.some(({ exponent }) => exponent < 0 || exponent > highestPower))
    return undefined;
  if (form.mono.exponents.some((exponent) => exponent < 0)) return undefined;
  let poly: Poly = new Map([[form.mono, BigInt(form.scale.sign)]]);
  for (const { poly: base, exponent } of form.factors) {
    for (let i = 0; i < exponent; i++) {
      if (poly.size * base.size > mostProducts) return undefined;
      poly = plainProduct(signs.ring, poly, base);
    }
  }
  return signs.polySign(poly);
}
