import type { Context } from "../../form/context.js";
import { type Monomial, whole } from "../../form/ring/monomial.js";
import { type Certificate, isExact, type Weight } from "./certificate.js";
import { simplex } from "./linear/simplex.js";
import { one, single, type Sparse, zero } from "./linear/sparse.js";
import { Degrees } from "./degrees.js";
import { atomsAround, rootsAmong, weightsAround, withProducts } from "./weights.js";

/** Unknown numbers and their conditions: each pivot of the simplex method changes the whole table. */
const mostColumns = 48;
const mostRows = 50;

/**
 * Writes a polynomial as a sum of facts, and of products of two, each times a number that is not negative, and of multiples of
 * equations (Farkas's lemma: for linear facts there is such a sum wherever the claim is true).
 */
export function combination(
  ctx: Context,
  target: Sparse,
  equations: readonly Sparse[],
): Certificate | undefined {
  const known = weightsAround(ctx, atomsAround(ctx, target, equations));
  const polys = [target, ...equations, ...known.map(({ poly }) => poly)];
  const facts = [...known, ...rootsAmong(ctx, polys, new Degrees(ctx.ring, polys).units)];
  return (
    solved(ctx, target, facts, equations) ??
    solved(ctx, target, withProducts(ctx, facts), equations)
  );
}

function solved(
  ctx: Context,
  target: Sparse,
  weights: readonly Weight[],
  equations: readonly Sparse[],
): Certificate | undefined {
  const unit: Weight = { poly: single(ctx.ring.monomials.one), strict: true, text: "" };
  const all = [unit, ...weights, ...squaresIn([target, ...weights.map(({ poly }) => poly)])];
  const columns = [
    ...all.map(({ poly }) => ({ poly, side: one })),
    ...equations.flatMap((poly) => [one, one.neg()].map((side) => ({ poly, side }))),
  ];
  const terms = [
    ...new Set<Monomial>(
      [target, ...columns.map(({ poly }) => poly)].flatMap((poly) => [...poly.keys()]),
    ),
  ];
  if (columns.length > mostColumns || terms.length > mostRows) return undefined;
  const numbers = simplex(
    columns.map(({ poly, side }) => terms.map((term) => (poly.get(term) ?? zero).mul(side))),
    terms.map((term) => target.get(term) ?? zero),
    columns.map((_, i) => all[i]?.strict === true),
  );
  if (!numbers) return undefined;
  const part = single(ctx.ring.monomials.one);
  const certificate: Certificate = {
    target,
    terms: all.flatMap((weight, i) =>
      numbers[i].sign > 0
        ? [{ weight, squares: [{ factor: numbers[i], poly: part }], vanishing: [part] }]
        : [],
    ),
    multiples: equations.flatMap((equation, k) => {
      const at = all.length + 2 * k;
      const number = numbers[at].sub(numbers[at + 1]);
      return number.sign
        ? [{ equation, multiplier: new Map([[ctx.ring.monomials.one, number]]) }]
        : [];
    }),
  };
  return isExact(ctx, certificate) ? certificate : undefined;
}

/** The monomials that are squares: those with even exponents alone. */
function squaresIn(polys: readonly Sparse[]): Weight[] {
  const terms = new Set(polys.flatMap((poly) => [...poly.keys()]));
  const isSquare = ({ exponents }: Monomial) =>
    exponents.length > 0 &&
    exponents.every((exponent) => exponent > 0 && exponent % (2 * whole) === 0);
  return [...terms]
    .filter(isSquare)
    .map((term) => ({ poly: single(term), strict: false, text: "" }));
}
