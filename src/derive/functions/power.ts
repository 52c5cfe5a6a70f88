import { mostExponent } from "../tree/lengths.js";
import { Rational } from "../../num/index.js";
import { Unsupported, noProcedure } from "../tree/errors.js";
import type { Context } from "../form/context.js";
import { gathered, termsOf } from "../form/ring/expansion.js";
import {
  asRational,
  constant,
  type Form,
  formKey,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  raise,
} from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import { countOf, piecesOf } from "../form/ring/pieces.js";
import { atomSign } from "../signs/atomSign.js";
import { exponential } from "./exponential.js";
import { isInteger } from "./integers.js";
import { logarithm } from "./logarithm.js";
import { powerOfNumber } from "./numberRoots.js";
import { rootOf } from "./roots.js";

/** `base^exponent` for any exponent. */
export function power(ctx: Context, base: Form, exponent: Form): Form {
  const { ring, signs } = ctx;
  const plain = asRational(exponent);
  if (plain?.isInteger) {
    if (plain.abs().num > mostExponent) throw new Unsupported(`gave up at the power ${plain}`);
    return raise(ring, base, Number(plain.num));
  }
  if (plain) return rootOf(ctx, base, plain);
  if (isZero(base)) throw new Unsupported("0 has an exponent that is not a number");
  if (signs.positive(base)) {
    ctx.applied.add("power-of-positive-base");
    return exponential(ctx, multiply(ring, exponent, logarithm(ctx, base)));
  }
  if (!isInteger(ctx, exponent)) {
    throw new Unsupported("the base of a power is not known to be positive");
  }
  ctx.applied.add("integer-exponent");
  const factors = [powerOfNumber(ctx, base.scale, exponent)];
  for (const { poly, exponent: count, atom } of piecesOf(ctx.ring, base)) {
    if (!Number.isInteger(count)) throw noProcedure("a power of a root");
    const piece = fromPoly(ring, poly);
    const sign = atom ? atomSign(signs, atom) : signs.polySign(poly);
    const own = multiply(ring, constant(ring, BigInt(count)), exponent);
    factors.push(
      sign && sign.side > 0 && !sign.weak
        ? exponential(ctx, multiply(ring, own, logarithm(ctx, piece)))
        : integerPower(ctx, piece, own),
    );
  }
  return multiplyAll(ring, factors);
}

/** a^(3 n + 2) = (a^n)^3 a^2, for an integer exponent. */
function integerPower(ctx: Context, of: Form, exponent: Form): Form {
  const { ring } = ctx;
  const terms = termsOf(ring, exponent);
  const single = (m: Form, count: number): Form => {
    const atom = ring.atom(`power ${formKey(of)} ${formKey(m)}`, () => ({
      kind: "power",
      of,
      exponent: m,
    }));
    return ring.form(atom, count * whole);
  };
  const counts = terms.map((term) => countOf(term.scale));
  if (counts.some((count) => count === undefined || !Number.isInteger(count))) {
    return single(gathered(ring, exponent), 1);
  }
  return multiplyAll(
    ring,
    terms.map((term, i) => {
      if (asRational(term)) return raise(ring, of, counts[i]!);
      return single({ ...term, scale: Rational.of(1n) }, counts[i]!);
    }),
  );
}
