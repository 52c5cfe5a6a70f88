import type { Rational } from "../../../num/index.js";
import type { Context } from "../../form/context.js";
import { formExpression } from "../../form/formExpression.js";
import { expressionText } from "../../tree/text.js";
import { combined, isEqual, one, productOf, type Sparse } from "./linear/sparse.js";

/** What is known not to be negative, or to be positive: a fact, a product of facts, or 1. */
export interface Weight {
  poly: Sparse;
  strict: boolean;
  /** What says so, for a reader. */
  text: string;
}

/** A weight times squares of polynomials, each times a positive number. */
export interface Term {
  weight: Weight;
  squares: { factor: Rational; poly: Sparse }[];
  /** Parts of which the squares are made so that they all are 0 only where every part is. */
  vanishing: Sparse[];
}

/** `target = sum of terms + sum of multiplier times equation`. */
export interface Certificate {
  target: Sparse;
  terms: Term[];
  multiples: { equation: Sparse; multiplier: Sparse }[];
}

/** Whether both sides of the certificate are one polynomial: the numbers in it were found with roundings. */
export function isExact({ ring }: Context, { target, terms, multiples }: Certificate): boolean {
  const parts = terms.flatMap(({ weight, squares }) =>
    squares.map(
      ({ factor, poly }) =>
        [productOf(ring, weight.poly, productOf(ring, poly, poly)), factor] as const,
    ),
  );
  const zeros = multiples.map(
    ({ equation, multiplier }) => [productOf(ring, equation, multiplier), one] as const,
  );
  const isPositive = terms.every(({ squares }) => squares.every(({ factor }) => factor.sign > 0));
  return isPositive && isEqual(target, combined([...parts, ...zeros]));
}

/** A polynomial as a reader writes it, its positive terms first. */
export function sparseText(ctx: Context, poly: Sparse): string {
  const terms = [...poly].sort(([, a], [, b]) => b.sign - a.sign);
  const texts = terms.map(([mono, value], i) => {
    const size = expressionText(formExpression(ctx, { scale: value.abs(), mono, factors: [] }));
    if (i === 0) return value.sign < 0 ? `-${size}` : size;
    return value.sign < 0 ? ` - ${size}` : ` + ${size}`;
  });
  return texts.join("");
}

/** A square, its base with the sign that has fewer minuses. */
function squareText(ctx: Context, poly: Sparse): string {
  const minuses = [...poly.values()].filter(({ sign }) => sign < 0).length;
  const turned = new Map([...poly].map(([term, value]) => [term, value.neg()]));
  const text = sparseText(ctx, 2 * minuses > poly.size ? turned : poly);
  return /^\w+$/.test(text) ? `${text}^2` : `(${text})^2`;
}

const bracketed = (ctx: Context, poly: Sparse): string =>
  poly.size === 1 ? sparseText(ctx, poly) : `(${sparseText(ctx, poly)})`;

/** A certificate that is longer is counted and not shown. */
const longest = 400;

/** The sum of squares and multiples of facts, written out where it is not too long. */
export function certificateText(ctx: Context, certificate: Certificate): string {
  const { terms, multiples } = certificate;
  const isOne = (poly: Sparse) => poly.size === 1 && poly.get(ctx.ring.monomials.one)?.equals(one);
  const texts = terms.flatMap(({ weight, squares }) =>
    squares.map(({ factor, poly }) => {
      const base = isOne(weight.poly) ? [] : [bracketed(ctx, weight.poly)];
      const root = isOne(poly) ? [] : [squareText(ctx, poly)];
      const factors = [...base, ...root];
      if (factor.equals(one) && factors.length) return factors.join("*");
      return [`${factor}`, ...factors].join("*");
    }),
  );
  const zeros = multiples.map(({ equation, multiplier }) =>
    `${bracketed(ctx, multiplier)}*(${sparseText(ctx, equation)})`.replace(/^(-?)1\*/, "$1"),
  );
  const all = [...texts, ...zeros].reduce((sum, text) =>
    text.startsWith("-") ? `${sum} - ${text.slice(1)}` : `${sum} + ${text}`,
  );
  const where = multiples.length
    ? `, where ${multiples.map(({ equation }) => `${sparseText(ctx, equation)} = 0`).join(" and ")}`
    : "";
  if (all.length <= longest) return `${all}${where}`;
  const beside = zeros.length ? `, and of ${zeros.length} multiples of what is 0` : "";
  return `a sum of ${texts.length} squares times what is not negative${beside}`;
}
