import type { Context } from "../../form/context.js";
import { type Form, isZero } from "../../form/ring/form.js";
import { whole } from "../../form/ring/monomial.js";
import type { Poly } from "../../form/ring/polynomial.js";
import { formAtoms } from "../../form/ring/ring.js";
import { type Place, signThere } from "../../roots/places.js";
import { type Polynomial, primitive } from "../../roots/polynomial.js";

/** A rational function of the `degree`-th root of one name, as a product; `side` is the sign of its scale. */
export interface RationalFunction {
  side: -1 | 0 | 1;
  factors: { poly: Polynomial; exponent: number }[];
}

/** The one name of which forms are made, if every atom in them is that name; "" where there is none. */
export function soleName(ctx: Context, forms: readonly Form[]): string | undefined {
  const ids = new Set(forms.flatMap((form) => [...formAtoms(form)]));
  if (ids.size === 0) return "";
  const [atom] = [...ids].map((id) => ctx.ring.atoms[id]);
  return ids.size === 1 && atom.kind === "symbol" ? atom.name : undefined;
}

/** The least n, a power of 2, for which forms in one name are rational functions of its n-th root. */
export function rootDegree(forms: readonly Form[]): number | undefined {
  const exponents = forms.flatMap(({ mono, factors }) => [
    ...mono.exponents,
    ...factors.flatMap(({ poly }) => [...poly.keys()].flatMap((term) => term.exponents)),
  ]);
  return [1, 2, 4].find((n) => exponents.every((exponent) => (exponent * n) % whole === 0));
}

export function rationalFunction(form: Form, degree: number): RationalFunction {
  if (isZero(form)) return { side: 0, factors: [] };
  const factors = form.factors.map(({ poly, exponent }) => ({
    poly: coefficientsOf(poly, degree),
    exponent,
  }));
  const [power = 0] = form.mono.exponents;
  if (power !== 0) factors.push({ poly: [0n, 1n], exponent: (power * degree) / whole });
  return { side: form.scale.sign, factors };
}

function coefficientsOf(poly: Poly, degree: number): Polynomial {
  const powers = [...poly].map(([term, value]) => ({
    power: ((term.exponents[0] ?? 0) * degree) / whole,
    value,
  }));
  const most = Math.max(...powers.map(({ power }) => power));
  const found = Array.from({ length: most + 1 }, () => 0n);
  for (const { power, value } of powers) found[power] = value;
  return primitive(found);
}

/** The sign at a place; undefined at a pole. */
export function signOf({ side, factors }: RationalFunction, place: Place): -1 | 0 | 1 | undefined {
  let sign = side;
  for (const { poly, exponent } of factors) {
    const own = signThere(poly, place);
    if (own === 0 && exponent < 0) return undefined;
    if (own === 0) sign = 0;
    else if (exponent % 2 !== 0) sign = (sign * own) as typeof sign;
  }
  return sign;
}
