import { Rational } from "../../num/index.js";
import type { Context } from "../form/context.js";
import type { Form } from "../form/form.js";
import { whole } from "../form/monomial.js";
import type { Poly } from "../form/polynomial.js";
import type { Atom } from "../form/ring.js";

/** A piece of a form: an atom or a polynomial, with its exponent. */
export interface Piece {
  poly: Poly;
  exponent: number;
  atom?: Atom;
}

/** A form's scale and its pieces. */
export function piecesOf(ctx: Context, form: Form): Piece[] {
  const { ring } = ctx;
  return [
    ...form.mono.atoms.map((id, i) => ({
      poly: new Map([[ring.monomials.single(id), 1n]]) as Poly,
      exponent: form.mono.exponents[i] / whole,
      atom: ring.atoms[id],
    })),
    ...form.factors,
  ];
}

/** A rational as a number of units of exponents, if it is one that is not too large. */
export function countOf(value: Rational): number | undefined {
  const units = value.mul(Rational.of(BigInt(whole)));
  return units.isInteger && units.abs().num < 10n ** 14n ? Number(units.num) / whole : undefined;
}

export function exponentValue(exponent: number): Rational {
  return Rational.of(BigInt(Math.round(exponent * whole)), BigInt(whole));
}
