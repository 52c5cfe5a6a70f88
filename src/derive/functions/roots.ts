import { Rational } from "../../num/index.js";
import { Undefined, Unsupported } from "../errors.js";
import type { Context } from "../form/context.js";
import { gathered, termsOf } from "../form/expansion.js";
import {
  asRational,
  constant,
  type Form,
  formKey,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../form/form.js";
import { whole } from "../form/monomial.js";
import { constantPoly, type Poly, scalePoly } from "../form/polynomial.js";
import { atomSign } from "../signs/atomSign.js";
import { absolute } from "./absolute.js";
import { exponential } from "./exponential.js";
import { logarithm } from "./logarithm.js";
import { piecesOf } from "./pieces.js";

/** `of` to a rational power that is no integer, for `of` not negative: (a b)^r = a^r b^r over factors not negative. */
export function rootOf(ctx: Context, of: Form, exponent: Rational): Form {
  const { ring, signs } = ctx;
  if (exponent.isInteger) return raise(ring, of, Number(exponent.num));
  if (isZero(of)) {
    if (exponent.sign < 0) throw new Undefined("a denominator is 0");
    return of;
  }
  if (exponent.den > 16n) throw new Unsupported(`the power ${exponent}`);
  const [p, q] = [Number(exponent.num), Number(exponent.den)];
  const factors: Form[] = [];
  let side = of.scale.sign;
  let rest = constant(ring, 1n);
  for (const { poly, exponent: count, atom } of piecesOf(ctx, of)) {
    const sign = atom ? atomSign(signs, atom) : signs.polySign(poly);
    let piece = fromPoly(ring, poly);
    if (sign && sign.side < 0) {
      piece = negated(piece);
      if (count % 2 !== 0) side = -side as 1 | -1;
    } else if (!sign && count % 2 !== 0) {
      rest = multiply(ring, rest, raise(ring, piece, count));
      continue;
    } else if (!sign) piece = absolute(ctx, piece);
    factors.push(
      powerOfPiece(
        ctx,
        piece,
        Rational.of(BigInt(Math.round(count * whole)), BigInt(whole)).mul(exponent),
      ),
    );
  }
  const open = asRational(rest) === undefined;
  if (side < 0 && !open) throw new Undefined("the root of a negative number");
  factors.push(numberRoot(ctx, of.scale.abs(), exponent));
  if (open) factors.push(openRoot(ctx, side < 0 ? negated(rest) : rest, p, q));
  return multiplyAll(ring, factors);
}

/** A single factor, not negative, to a rational power. */
function powerOfPiece(ctx: Context, piece: Form, exponent: Rational): Form {
  const { ring } = ctx;
  if (exponent.isInteger) return raise(ring, piece, Number(exponent.num));
  const [only] = piece.mono.atoms;
  if (
    piece.factors.length === 0 &&
    piece.mono.atoms.length === 1 &&
    piece.scale.equals(Rational.of(1n))
  ) {
    const atom = ring.atoms[only];
    if (atom.kind === "root") {
      return rootOf(
        ctx,
        atom.of,
        exponent.mul(Rational.of(BigInt(piece.mono.exponents[0]), BigInt(whole * atom.degree))),
      );
    }
    const units = exponent.mul(Rational.of(BigInt(piece.mono.exponents[0])));
    if (units.isInteger && units.abs().num < 10n ** 14n) return ring.form(atom, Number(units.num));
  }
  const below = exponent.floor();
  const part = exponent.sub(Rational.of(below));
  const root = rootAtom(ctx, piece, Number(part.den));
  return multiply(ring, raise(ring, piece, Number(below)), raise(ring, root, Number(part.num)));
}

function rootAtom(ctx: Context, of: Form, degree: number): Form {
  const { ring } = ctx;
  const base = gathered(ring, of);
  const worth = polynomialOf(ctx, base);
  const atom = ring.atom(`root ${degree} ${formKey(base)}`, () => ({
    kind: "root",
    of: base,
    degree,
    ...(worth ? { relation: { span: degree * whole, worth } } : {}),
  }));
  return ring.form(atom);
}

/** A form without denominators as one polynomial. */
function polynomialOf(ctx: Context, form: Form): Poly | undefined {
  const { ring } = ctx;
  if (!form.scale.isInteger || form.factors.length > 1) return undefined;
  if (form.factors.some(({ exponent }) => exponent !== 1)) return undefined;
  if (form.mono.exponents.some((exponent) => exponent < 0)) return undefined;
  const base = form.factors[0]?.poly ?? constantPoly(ring, 1n);
  const terms = [...base].map(
    ([term, value]) => [ring.monomials.product(term, form.mono), value] as const,
  );
  return ring.reduced(scalePoly(new Map(terms), form.scale.num));
}

/** The root of a product whose factors have no known sign: sqrt(u/v) = sqrt(u v)/|v|. */
function openRoot(ctx: Context, of: Form, p: number, q: number): Form {
  const { ring } = ctx;
  let outside = constant(ring, 1n);
  let inside = constant(ring, of.scale);
  for (const { poly, exponent } of piecesOf(ctx, of)) {
    if (!Number.isInteger(exponent)) throw new Unsupported("a root of a root of unknown sign");
    const piece = fromPoly(ring, poly);
    const shift = q % 2 === 0 ? Math.floor(exponent / q) : 0;
    if (q % 2 !== 0 && exponent < 0)
      throw new Unsupported("an odd root of a quotient of unknown sign");
    inside = multiply(ring, inside, raise(ring, piece, exponent - q * shift));
    if (shift) outside = multiply(ring, outside, raise(ring, absolute(ctx, piece), shift));
  }
  const whole = Math.floor(p / q);
  const root = raise(ring, rootAtom(ctx, inside, q), p - q * whole);
  return multiplyAll(ring, [raise(ring, outside, p), raise(ring, inside, whole), root]);
}

/** A positive rational to a rational power, over its primes. */
function numberRoot(ctx: Context, value: Rational, exponent: Rational): Form {
  const { ring } = ctx;
  const factors: Form[] = [];
  for (const [part, sign] of [
    [value.num, 1n],
    [value.den, -1n],
  ] as const) {
    for (const [prime, count] of primeFactors(part)) {
      const power = exponent.mul(Rational.of(sign * BigInt(count)));
      const below = power.floor();
      const rest = power.sub(Rational.of(below)).mul(Rational.of(BigInt(whole)));
      factors.push(raise(ring, constant(ring, prime), Number(below)));
      if (rest.sign === 0) continue;
      const worth = constantPoly(ring, prime);
      const atom = ring.atom(`prime ${prime}`, () => ({
        kind: "prime",
        value: prime,
        relation: { span: whole, worth },
      }));
      factors.push(ring.form(atom, Number(rest.num)));
    }
  }
  return multiplyAll(ring, factors);
}

/** A rational to an integer power that is no number: 2^n, (-1)^n. */
export function powerOfNumber(ctx: Context, value: Rational, exponent: Form): Form {
  const { ring } = ctx;
  const size = exponential(
    ctx,
    multiply(ring, exponent, logarithm(ctx, constant(ring, value.abs()))),
  );
  if (value.sign > 0) return size;
  const signs = termsOf(ring, exponent).map((term) => {
    const odd = term.scale.isInteger && term.scale.num % 2n !== 0n;
    if (term.scale.isInteger && !odd) return constant(ring, 1n);
    if (asRational(term)) return constant(ring, -1n);
    return parity(ctx, odd ? { ...term, scale: Rational.of(1n) } : term);
  });
  return multiplyAll(ring, [size, ...signs]);
}

/** (-1)^n, whose square is 1. */
function parity(ctx: Context, exponent: Form): Form {
  const { ring } = ctx;
  const atom = ring.atom(`parity ${formKey(gathered(ring, exponent))}`, () => ({
    kind: "power",
    of: constant(ring, -1n),
    exponent,
    relation: { span: 2 * whole, worth: constantPoly(ring, 1n) },
  }));
  return ring.form(atom);
}

/** The prime factors below 2000 with their counts; what is left stands as one factor, prime or not. */
export function primeFactors(value: bigint): Map<bigint, number> {
  const found = new Map<bigint, number>();
  let rest = value;
  for (let p = 2n; p < 2000n && p * p <= rest; p += p === 2n ? 1n : 2n) {
    while (rest % p === 0n) {
      rest /= p;
      found.set(p, (found.get(p) ?? 0) + 1);
    }
  }
  if (rest > 1n) found.set(rest, (found.get(rest) ?? 0) + 1);
  return found;
}
