import { Rational } from "../../../num/index.js";
import type { Form } from "./form.js";
import { mostUnits, whole } from "./monomial.js";
import type { Poly } from "./polynomial.js";
import type { Atom, Ring } from "./ring.js";
import { polynomialRoot } from "./squares.js";

/** A piece of a form: an atom or a polynomial, with its exponent. */
export interface Piece {
  poly: Poly;
  exponent: number;
  atom?: Atom;
}

/** What a form is a product of, beside its scale; the square of a polynomial stands as that polynomial twice. */
export function piecesOf(ring: Ring, form: Form): Piece[] {
  const atoms = form.mono.atoms.map((id, i) => ({
    poly: new Map([[ring.monomials.single(id), 1n]]) as Poly,
    exponent: form.mono.exponents[i] / whole,
    atom: ring.atoms[id],
  }));
  const factors = form.factors.map(({ poly, exponent }): Piece => {
    const root = polynomialRoot(ring, poly);
    return root ? { poly: root, exponent: 2 * exponent } : { poly, exponent };
  });
  return [...atoms, ...factors];
}

/** The pieces on which a sign rests: a cube root has the sign of what stands under it, and is 0 where that is. */
export function signPieces(ring: Ring, form: Form): Piece[] {
  return piecesOf(ring, form).flatMap((piece) => {
    if (piece.atom?.kind !== "cbrt") return [piece];
    const under = signPieces(ring, piece.atom.of);
    return under.map((own) => ({ ...own, exponent: own.exponent * piece.exponent }));
  });
}

/** A rational as a number of units of exponents, if it is one that is not too large. */
export function countOf(value: Rational): number | undefined {
  const units = value.mul(Rational.of(BigInt(whole)));
  return units.isInteger && units.abs().num <= BigInt(mostUnits)
    ? Number(units.num) / whole
    : undefined;
}

export function exponentValue(exponent: number): Rational {
  return Rational.of(BigInt(Math.round(exponent * whole)), BigInt(whole));
}
