import { Rational } from "../../num/index.js";
import { Unsupported } from "../tree/errors.js";
import type { Context } from "../form/context.js";
import {
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
import { atomSign } from "../signs/atomSign.js";
import { numberRoot } from "./numberRoots.js";
import { polynomialOf, rootOf } from "./roots.js";

const third = Rational.of(1n, 3n);

/**
 * The real cube root, which is negative where its argument is: cbrt(a b) = cbrt(a) cbrt(b) whatever their signs. Of a
 * factor that is not negative it is the power 1/3, of one of unknown sign an atom whose cube is that factor.
 */
export function cubeRoot(ctx: Context, of: Form): Form {
  if (isZero(of)) return of;
  const { ring, signs } = ctx;
  ctx.applied.add("real-cube-root");
  const factors = [numberRoot(ctx, of.scale.abs(), third)];
  let negative = of.scale.sign < 0;
  for (const { poly, exponent, atom } of piecesOf(ring, of)) {
    const piece = fromPoly(ring, poly);
    const sign = atom ? atomSign(signs, atom) : signs.polySign(poly);
    if (sign) {
      if (sign.side < 0 && exponent % 2 !== 0) negative = !negative;
      const size = sign.side < 0 ? negated(piece) : piece;
      factors.push(rootOf(ctx, size, exponentValue(exponent).mul(third)));
      continue;
    }
    if (!Number.isInteger(exponent))
      throw new Unsupported("a cube root is taken of a root of unknown sign");
    const outside = Math.floor(exponent / 3);
    factors.push(raise(ring, piece, outside));
    factors.push(raise(ring, cubeRootAtom(ctx, piece), exponent - 3 * outside));
  }
  const size = multiplyAll(ring, factors);
  return negative ? negated(size) : size;
}

function cubeRootAtom(ctx: Context, of: Form): Form {
  const worth = polynomialOf(ctx, of);
  const atom = ctx.ring.atom(`cbrt ${formKey(of)}`, () => ({
    kind: "cbrt",
    of,
    ...(worth ? { relation: { span: 3 * whole, worth } } : {}),
  }));
  return ctx.ring.form(atom);
}
