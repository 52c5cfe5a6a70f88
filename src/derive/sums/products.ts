import { Unsupported, noProcedure } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
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
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { exponentValue, piecesOf } from "../form/ring/pieces.js";
import { formNames } from "../form/ring/ring.js";
import { exponential } from "../functions/exponential.js";
import { factorialForm, mostFactors, mostSteps, numberBeside } from "../functions/factorials.js";
import { logarithm } from "../functions/logarithm.js";
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

/**
 * Product from 1 to u, factor by factor: constants to the power u, factorials, the exponential of the sum of
 * logarithms where a factor is positive, the rest as it is.
 */
export function productTo(ctx: Context, body: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  const count = asRational(upto);
  if (count) return numberedProduct(ctx, body, bound, count.isInteger ? count.num : -1n);
  if (isZero(body)) throw noProcedure("a product of zeros");
  ctx.applied.add("product-over-range");
  ctx.signs.integer(bound);
  let fixed = constant(ring, body.scale);
  const factors: Form[] = [];
  for (const { poly, exponent, atom } of piecesOf(ring, body)) {
    const piece = fromPoly(ring, poly);
    const own = Number.isInteger(exponent)
      ? raise(ring, piece, exponent)
      : ring.form(atom!, Math.round(exponent * whole));
    if (!formNames(ring, piece).has(bound)) {
      fixed = multiply(ring, fixed, own);
      continue;
    }
    const closed = Number.isInteger(exponent)
      ? factorialProduct(ctx, piece, bound, upto)
      : undefined;
    if (closed) {
      factors.push(raise(ring, closed, exponent));
      continue;
    }
    const log = positiveLog(ctx, piece, bound);
    if (log) {
      const times = multiply(ring, log, constant(ring, exponentValue(exponent)));
      factors.push(exponential(ctx, prefixOf(ctx, times, bound, upto)));
    } else if (Number.isInteger(exponent)) {
      factors.push(raise(ring, productAt(ctx, piece, bound, upto), exponent));
    } else factors.push(productAt(ctx, own, bound, upto));
  }
  const plain = asRational(fixed);
  if (!plain || !plain.equals(plain.mul(plain))) factors.push(power(ctx, fixed, upto));
  return multiplyAll(ring, factors);
}

function numberedProduct(ctx: Context, body: Form, bound: string, count: bigint): Form {
  const { ring } = ctx;
  if (count < 0n) throw new Unsupported("the upper limit of a product is below its lower limit");
  if (count > mostFactors) throw new Unsupported(`gave up at a product of ${count} factors`);
  const factors: Form[] = [];
  for (let n = 1n; n <= count; n++) {
    factors.push(substituteForm(ctx, body, bound, constant(ring, n)));
  }
  return multiplyAll(ring, factors);
}

/** The logarithm of a factor that is positive for every index from 1. */
function positiveLog(ctx: Context, piece: Form, bound: string): Form | undefined {
  const { ring, signs } = ctx;
  return signs.scoped(() => {
    signs.integer(bound);
    const above = subtractForms(ring, ring.form(ring.symbol(bound)), constant(ring, 1n));
    signs.learn(above, ">=", "");
    return signs.positive(piece) ? logarithm(ctx, piece) : undefined;
  });
}

/** prod_{n=1}^{u} (n + c) = (u + c)!/c! for a whole number c that is not negative. */
function factorialProduct(ctx: Context, piece: Form, bound: string, upto: Form): Form | undefined {
  const { ring } = ctx;
  const linear = linearIn(ctx, piece, bound);
  const [slope, offset] = linear ? [asRational(linear.slope), asRational(linear.offset)] : [];
  if (!slope || !offset?.isInteger || offset.sign < 0) return undefined;
  if (slope.num !== 1n || slope.den !== 1n) return undefined;
  const top = factorialForm(ctx, add(ring, upto, linear!.offset));
  return divide(ring, top, factorialForm(ctx, linear!.offset));
}

/** The product of one factor to u: factors at whole numbers above the last symbol are split off. */
function productAt(ctx: Context, piece: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  const one = constant(ring, 1n);
  let [base, factors]: [Form, Form[]] = [upto, []];
  for (let i = 0; i < mostSteps && numberBeside(ctx, base) > 0n; i++) {
    factors.push(substituteForm(ctx, piece, bound, base));
    base = subtractForms(ring, base, one);
  }
  return multiplyAll(ring, [seriesAtom(ctx, "prod", piece, bound, base), ...factors]);
}
