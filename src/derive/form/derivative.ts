import { Rational } from "../../num/index.js";
import { add } from "./ring/addition.js";
import type { Context } from "./context.js";
import {
  constant,
  type Form,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  raise,
} from "./ring/form.js";
import { kindOf } from "./kinds.js";
import { whole } from "./ring/monomial.js";
import { piecesOf } from "./ring/pieces.js";
import type { Poly } from "./ring/polynomial.js";

/** Derivative of a form by a name, or by an entry of an indexed family. */
export function derivative(ctx: Context, form: Form, name: string, entry?: Form[]): Form {
  const { ring } = ctx;
  const known = new Map<number, Form>();
  const slope = (part: Form) => derivative(ctx, part, name, entry);
  const ofAtom = (id: number): Form => {
    let found = known.get(id);
    if (found) return found;
    const atom = ring.atoms[id];
    found = kindOf(ctx.rules.kinds, atom).derivative(ctx, atom, { name, entry }, slope);
    known.set(id, found);
    return found;
  };
  /** By the product rule over the pieces: f' = sum of e * piece'/piece * f. */
  const terms: Form[] = [];
  for (const { poly, exponent, atom } of piecesOf(ctx.ring, form)) {
    const inner = atom ? ofAtom(atom.id) : ofPoly(ctx, poly, ofAtom);
    if (isZero(inner)) continue;
    const times = constant(ring, Rational.of(BigInt(Math.round(exponent * whole)), BigInt(whole)));
    terms.push(multiplyAll(ring, [times, inner, form, raise(ring, fromPoly(ring, poly), -1)]));
  }
  return add(ring, ...terms);
}

function ofPoly(ctx: Context, poly: Poly, ofAtom: (id: number) => Form): Form {
  const { ring } = ctx;
  const terms: Form[] = [];
  for (const [term, value] of poly) {
    term.atoms.forEach((id, i) => {
      const inner = ofAtom(id);
      if (isZero(inner)) return;
      const lower = ring.monomials.over(term, ring.monomials.single(id));
      const times = Rational.of(value * BigInt(term.exponents[i]), BigInt(whole));
      const rest: Form = { scale: Rational.of(1n), mono: lower, factors: [] };
      terms.push(
        multiplyAll(ring, [constant(ring, times), multiply(ring, rest, constant(ring, 1n)), inner]),
      );
    });
  }
  return add(ring, ...terms);
}
