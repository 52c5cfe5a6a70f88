import { Rational } from "../../num/index.js";
import { Undefined, Unsupported, noProcedure } from "../tree/errors.js";
import { squareRoot } from "../evaluate/integerRoots.js";
import { add, subtractForms } from "../form/ring/addition.js";
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
  multiplyAll,
  negated,
  raise,
} from "../form/ring/form.js";
import { mostUnits, whole } from "../form/ring/monomial.js";
import { exponentValue, piecesOf } from "../form/ring/pieces.js";
import { constantPoly, type Poly, scalePoly } from "../form/ring/polynomial.js";
import { atomSign } from "../signs/atomSign.js";
import { absolute } from "./absolute.js";
import { numberRoot } from "./numberRoots.js";

/** Up to here exponents are whole in the units of `monomial.ts`. */
const mostDegree = 16n;

/** `of` to a rational power that is no integer, for `of` not negative: (a b)^r = a^r b^r over factors not negative. */
export function rootOf(ctx: Context, of: Form, exponent: Rational): Form {
  const { ring, signs } = ctx;
  if (exponent.isInteger) return raise(ring, of, Number(exponent.num));
  if (isZero(of)) {
    if (exponent.sign < 0) throw new Undefined("a denominator is 0");
    return of;
  }
  if (exponent.den > mostDegree) throw noProcedure(`the power ${exponent}`);
  const [p, q] = [Number(exponent.num), Number(exponent.den)];
  const factors: Form[] = [];
  let side = of.scale.sign;
  let rest = constant(ring, 1n);
  for (const { poly, exponent: count, atom } of piecesOf(ctx.ring, of)) {
    const sign = atom ? atomSign(signs, atom) : signs.polySign(poly);
    let piece = fromPoly(ring, poly);
    if (sign && sign.side < 0) {
      piece = negated(piece);
      if (count % 2 !== 0) side = -side as 1 | -1;
    } else if (!sign && count % 2 !== 0) {
      rest = multiply(ring, rest, raise(ring, piece, count));
      continue;
    } else if (!sign) piece = absolute(ctx, piece);
    factors.push(powerOfPiece(ctx, piece, exponentValue(count).mul(exponent)));
  }
  const open = asRational(rest) === undefined;
  if (factors.length) ctx.applied.add("root-of-product");
  if (side < 0 && !open) throw new Undefined("a root is taken of a negative number");
  factors.push(numberRoot(ctx, of.scale.abs(), exponent));
  if (open) factors.push(openRoot(ctx, side < 0 ? negated(rest) : rest, p, q));
  return multiplyAll(ring, factors);
}

/** A single factor, not negative, to a rational power. */
function powerOfPiece(ctx: Context, piece: Form, exponent: Rational): Form {
  const { ring } = ctx;
  if (exponent.isInteger) return raise(ring, piece, Number(exponent.num));
  const number = asRational(piece);
  if (number) return numberRoot(ctx, number, exponent);
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
    if (units.isInteger && units.abs().num <= BigInt(mostUnits))
      return ring.form(atom, Number(units.num));
  }
  const plain = exponent.den === 2n ? denested(ctx, piece) : undefined;
  if (plain) return raise(ring, plain, Number(exponent.num));
  const below = exponent.floor();
  const part = exponent.sub(Rational.of(below));
  const root = rootAtom(ctx, piece, Number(part.den));
  return multiply(ring, raise(ring, piece, Number(below)), raise(ring, root, Number(part.num)));
}

/** sqrt(a + b sqrt(c)) = sqrt((a + d)/2) ± sqrt((a - d)/2), where d = sqrt(a^2 - b^2 c) is rational. */
function denested(ctx: Context, piece: Form): Form | undefined {
  const { ring } = ctx;
  const [factor] = piece.factors;
  if (piece.factors.length !== 1 || piece.mono.atoms.length || factor.exponent !== 1)
    return undefined;
  const terms = [...factor.poly].filter(([term]) => term !== ring.monomials.one);
  const plain = factor.poly.get(ring.monomials.one);
  if (plain === undefined || plain <= 0n || terms.length !== 1) return undefined;
  const [[term, count]] = terms;
  if (
    term.atoms.some((id, i) => ring.atoms[id].kind !== "prime" || term.exponents[i] * 2 !== whole)
  ) {
    return undefined;
  }
  const square = asRational(raise(ring, fromPoly(ring, new Map([[term, count]])), 2));
  const gap = square && plain * plain - square.num;
  if (!gap || gap < 0n || squareRoot(gap) ** 2n !== gap) return undefined;
  const d = squareRoot(gap);
  const half = Rational.of(1n, 2n);
  const [one, other] = [plain + d, plain - d].map((sum) =>
    numberRoot(ctx, Rational.of(sum, 2n), half),
  );
  const inner = count > 0n ? add(ring, one, other) : subtractForms(ring, one, other);
  return multiply(ring, numberRoot(ctx, piece.scale, half), inner);
}

/** The root of one factor; the square of a fourth root is the square root, and so on. */
function rootAtom(ctx: Context, of: Form, degree: number): Form {
  const { ring } = ctx;
  const base = gathered(ring, of);
  const half = degree % 2 === 0 && degree > 2 ? rootAtom(ctx, base, degree / 2) : undefined;
  const worth = polynomialOf(ctx, half ?? base);
  const span = (half ? 2 : degree) * whole;
  const atom = ring.atom(`root ${degree} ${formKey(base)}`, () => ({
    kind: "root",
    of: base,
    degree,
    ...(worth ? { relation: { span, worth } } : {}),
  }));
  return ring.form(atom);
}

/** A form without denominators as one polynomial. */
export function polynomialOf(ctx: Context, form: Form): Poly | undefined {
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
  for (const { poly, exponent } of piecesOf(ctx.ring, of)) {
    if (!Number.isInteger(exponent))
      throw new Unsupported("a root is taken of a root of unknown sign");
    const piece = fromPoly(ring, poly);
    const shift = q % 2 === 0 ? Math.floor(exponent / q) : 0;
    if (q % 2 !== 0 && exponent < 0)
      throw new Unsupported("an odd root is taken of a quotient of unknown sign");
    inside = multiply(ring, inside, raise(ring, piece, exponent - q * shift));
    if (shift) outside = multiply(ring, outside, raise(ring, absolute(ctx, piece), shift));
  }
  const whole = Math.floor(p / q);
  const root = raise(ring, rootAtom(ctx, inside, q), p - q * whole);
  return multiplyAll(ring, [raise(ring, outside, p), raise(ring, inside, whole), root]);
}
