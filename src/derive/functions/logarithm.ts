import { Rational } from "../../num/index.js";
import { Undefined } from "../tree/errors.js";
import { add } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { gathered } from "../form/ring/expansion.js";
import {
  asRational,
  constant,
  type Form,
  formKey,
  fromPoly,
  isZero,
  multiply,
  negated,
  raise,
} from "../form/ring/form.js";
import { kindOf } from "../form/kinds.js";
import { exponentValue, piecesOf } from "../form/ring/pieces.js";
import { scalePoly } from "../form/ring/polynomial.js";
import type { Atom } from "../form/ring/ring.js";
import { atomSign } from "../signs/atomSign.js";
import { absolute } from "./absolute.js";
import { primeFactors } from "./numberRoots.js";

/** log(a b) = log a + log b over the factors that are positive; what is left stays one logarithm. */
export function logarithm(ctx: Context, of: Form): Form {
  if (isZero(of)) throw new Undefined("a logarithm is taken of 0");
  const { ring, signs } = ctx;
  const terms: Form[] = [];
  let side = of.scale.sign;
  let rest = constant(ring, 1n);
  for (const { poly, exponent, atom } of piecesOf(ctx.ring, of)) {
    const times = constant(ring, exponentValue(exponent));
    const piece = fromPoly(ring, poly);
    const sign = atom ? atomSign(signs, atom) : signs.polySign(poly);
    const odd = Math.abs(exponent % 2) === 1;
    if (sign && sign.side > 0) terms.push(multiply(ring, times, logOfPositive(ctx, piece, atom)));
    else if (sign) {
      // Of a negative factor the logarithm of its absolute value is taken, and its sign counted.
      terms.push(multiply(ring, times, logAtom(ctx, fromPoly(ring, scalePoly(poly, -1n)))));
      if (odd) side = -side as 1 | -1;
    } else if (exponent % 2 === 0) {
      terms.push(multiply(ring, times, logAtom(ctx, absolute(ctx, piece))));
    } else {
      const [count, left] = [Math.trunc(exponent / 2) * 2, exponent % 2];
      if (count)
        terms.push(
          multiply(ring, constant(ring, exponentValue(count)), logAtom(ctx, absolute(ctx, piece))),
        );
      rest = multiply(ring, rest, raise(ring, piece, left));
    }
  }
  const open = asRational(rest) === undefined;
  if (side < 0 && !open) throw new Undefined("a logarithm is taken of a negative number");
  if (open) terms.push(logAtom(ctx, side < 0 ? negated(rest) : rest));
  terms.push(logOfNumber(ctx, of.scale.abs()));
  if (terms.length > 2) ctx.applied.add("logarithm-of-product");
  return add(ring, ...terms);
}

function logOfPositive(ctx: Context, piece: Form, atom?: Atom): Form {
  const own = atom && kindOf(ctx.rules.kinds, atom).logarithm?.(ctx, atom);
  return own ?? logAtom(ctx, piece);
}

function logAtom(ctx: Context, of: Form): Form {
  const base = gathered(ctx.ring, of);
  if (asRational(base)?.equals(Rational.of(1n))) return constant(ctx.ring, 0n);
  return ctx.ring.form(ctx.ring.atom(`log ${formKey(base)}`, () => ({ kind: "log", of: base })));
}

/** The logarithm of a positive number, over its primes. */
export function logOfNumber(ctx: Context, value: Rational): Form {
  const { ring } = ctx;
  const terms: Form[] = [];
  for (const [part, sign] of [
    [value.num, 1],
    [value.den, -1],
  ] as const) {
    for (const [prime, count] of primeFactors(part)) {
      terms.push(
        multiply(ring, constant(ring, BigInt(sign * count)), logAtom(ctx, constant(ring, prime))),
      );
    }
  }
  return add(ring, ...terms);
}
