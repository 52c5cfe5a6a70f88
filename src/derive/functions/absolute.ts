import { Unsupported } from "../tree/errors.js";
import type { Context } from "../form/context.js";
import {
  constant,
  type Form,
  formKey,
  fromPoly,
  isZero,
  multiplyAll,
  negated,
  raise,
} from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import { exponentValue, piecesOf } from "../form/ring/pieces.js";
import type { Poly } from "../form/ring/polynomial.js";
import { atomSign } from "../signs/atomSign.js";
import { rootOf } from "./roots.js";

/** |a b| = |a| |b|, each factor of known sign resolved, even powers too. */
export function absolute(ctx: Context, of: Form): Form {
  if (isZero(of)) return of;
  const { ring, signs } = ctx;
  ctx.applied.add("absolute-value");
  const factors = [constant(ring, of.scale.abs())];
  for (const { poly, exponent, atom } of piecesOf(ctx.ring, of)) {
    const sign = atom ? atomSign(signs, atom) : signs.polySign(poly);
    const even = Number.isInteger(exponent) && exponent % 2 === 0;
    const piece = fromPoly(ring, poly);
    let base = piece;
    if (sign && sign.side < 0) base = negated(piece);
    else if (!sign && !even) base = absAtom(ctx, piece, poly);
    factors.push(atom ? rootPower(ctx, base, exponent) : raise(ring, base, exponent));
  }
  return multiplyAll(ring, factors);
}

/** An atom's power, where its exponent may be a fraction because the atom is not negative. */
function rootPower(ctx: Context, base: Form, exponent: number): Form {
  if (Number.isInteger(exponent)) return raise(ctx.ring, base, exponent);
  return rootOf(ctx, base, exponentValue(exponent));
}

/** The square of what is under the bars is multiplied out: of more terms it would have 800 and more. */
const mostSize = 40;

function absAtom(ctx: Context, of: Form, poly: Poly): Form {
  const { ring } = ctx;
  if (poly.size > mostSize)
    throw new Unsupported("an absolute value is taken of a polynomial that is too long");
  const atom = ring.atom(`abs ${formKey(of)}`, () => {
    const square = new Map<typeof poly extends ReadonlyMap<infer K, bigint> ? K : never, bigint>();
    for (const [a, x] of poly)
      for (const [b, y] of poly) {
        const term = ring.monomials.product(a, b);
        square.set(term, (square.get(term) ?? 0n) + x * y);
      }
    for (const [term, value] of square) if (value === 0n) square.delete(term);
    return { kind: "abs", of, relation: { span: 2 * whole, worth: ring.reduced(square) } };
  });
  return ring.form(atom);
}
