import { Unsupported } from "../errors.js";
import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  raise,
} from "../form/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { formNames } from "../form/ring.js";
import { exponential } from "../functions/exponential.js";
import { piecesOf } from "../functions/pieces.js";
import { power } from "../functions/power.js";
import { seriesAtom } from "./series.js";
import { prefixOf } from "./sums.js";

/** Product of a form for a bound name over a range, shifted so that it starts at 1. */
export function productForm(ctx: Context, body: Form, bound: string, lo: Form, hi: Form): Form {
  const { ring } = ctx;
  const below = subtractForms(ring, lo, constant(ring, 1n));
  if (isZero(below)) return productTo(ctx, body, bound, hi);
  const shifted = substituteForm(ctx, body, bound, add(ring, ring.form(ring.symbol(bound)), below));
  return productTo(ctx, shifted, bound, subtractForms(ring, hi, below));
}

/** Product from 1 to u, factor by factor: constants to the power u, exponentials of sums, the rest as it is. */
export function productTo(ctx: Context, body: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  const count = asRational(upto);
  if (count) {
    if (!count.isInteger || count.sign < 0) throw new Unsupported(`a product of ${count} factors`);
    if (count.num > 300n) throw new Unsupported(`gave up at a product of ${count} factors`);
    const factors: Form[] = [];
    for (let n = 1n; n <= count.num; n++)
      factors.push(substituteForm(ctx, body, bound, constant(ring, n)));
    return multiplyAll(ring, factors);
  }
  if (isZero(body)) throw new Unsupported("a product of zeros");
  const depends = (form: Form) => formNames(ring, form).has(bound);
  let fixed = constant(ring, body.scale);
  const factors: Form[] = [];
  for (const { poly, exponent, atom } of piecesOf(ctx, body)) {
    const piece = fromPoly(ring, poly);
    const own = Number.isInteger(exponent)
      ? raise(ring, piece, exponent)
      : ring.form(atom!, Math.round(exponent * 720720));
    if (!depends(piece)) fixed = multiply(ring, fixed, own);
    else if (atom?.kind === "exp") {
      const logarithm = multiply(ring, atom.of, exponentForm(ctx, exponent));
      factors.push(exponential(ctx, prefixOf(ctx, logarithm, bound, upto)));
    } else if (Number.isInteger(exponent)) {
      factors.push(raise(ring, productAt(ctx, piece, bound, upto), exponent));
    } else factors.push(productAt(ctx, own, bound, upto));
  }
  const plain = asRational(fixed);
  if (!plain || !plain.equals(plain.mul(plain))) factors.push(power(ctx, fixed, upto));
  return multiplyAll(ring, factors);
}

function exponentForm(ctx: Context, exponent: number): Form {
  const { ring } = ctx;
  return divide(
    ring,
    constant(ring, BigInt(Math.round(exponent * 720720))),
    constant(ring, 720720n),
  );
}

/** The product of one factor to u: factors at whole numbers above the last symbol are split off. */
function productAt(ctx: Context, piece: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  const one = constant(ring, 1n);
  let [base, factors]: [Form, Form[]] = [upto, []];
  for (let i = 0; i < 20; i++) {
    const terms = wholeAbove(ctx, base);
    if (terms <= 0n) break;
    factors.push(substituteForm(ctx, piece, bound, base));
    base = subtractForms(ring, base, one);
  }
  return multiplyAll(ring, [seriesAtom(ctx, "prod", piece, bound, base), ...factors]);
}

function wholeAbove(ctx: Context, form: Form): bigint {
  const factor = form.factors[0];
  if (!factor || form.factors.length > 1 || factor.exponent !== 1 || form.mono.atoms.length)
    return 0n;
  if (!form.scale.isInteger) return 0n;
  return (factor.poly.get(ctx.ring.monomials.one) ?? 0n) * form.scale.num;
}
