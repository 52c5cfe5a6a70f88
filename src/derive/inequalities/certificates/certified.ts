import type { Context } from "../../form/context.js";
import { expandNumerator } from "../../form/ring/expansion.js";
import { type Form, isZero } from "../../form/ring/form.js";
import { whole } from "../../form/ring/monomial.js";
import { type Certificate, certificateText, sparseText } from "./certificate.js";
import { coreOf } from "./core.js";
import { combination } from "./farkas.js";
import { problemsOf } from "./problem.js";
import { search } from "./search.js";
import { isStrict } from "./strict.js";
import { combined, one, productOf, single, sparse, type Sparse } from "./linear/sparse.js";

/** Why a form is positive, or not negative: a sum that has its sign. */
export interface Certified {
  text: string;
  /** What is positive, and by which the form is multiplied first. */
  times?: string;
  /** The assumptions that it rests on. */
  used: string[];
}

/**
 * Shows that a form is not negative, or positive, by a certificate: a sum of squares times what is known not to be negative,
 * and of multiples of what is 0.
 *
 * @param equations forms that are 0
 */
export function certified(
  ctx: Context,
  form: Form,
  strict: boolean,
  equations: readonly Form[] = [],
): Certified | undefined {
  if (isZero(form)) return undefined;
  const zeros = equations.map((other) => numeratorOf(ctx, other));
  const core = coreOf(ctx, form, strict) ?? coreOf(ctx, form, true);
  if (!core || (strict && core.weak)) return undefined;
  return shownOf(ctx, sparse(core.poly), strict, zeros);
}

/** Shows that a form is 0 where others are: its square is not positive. */
export function certifiedZero(
  ctx: Context,
  form: Form,
  equations: readonly Form[],
): Certified | undefined {
  const own = numeratorOf(ctx, form);
  const target = combined([[productOf(ctx.ring, own, own), one.neg()]]);
  return shownOf(
    ctx,
    target,
    false,
    equations.map((other) => numeratorOf(ctx, other)),
  );
}

const numeratorOf = ({ ring }: Context, form: Form): Sparse =>
  sparse(expandNumerator(ring, form).poly);

/** Shows that a polynomial is not negative, or positive, where others are 0. */
export function shownOf(
  ctx: Context,
  target: Sparse,
  strict: boolean,
  zeros: Sparse[],
): Certified | undefined {
  const isEnough = (own: Certificate) => !strict || isStrict(ctx, own);
  const linear = combination(ctx, target, zeros);
  const found = linear && isEnough(linear) ? linear : squares(ctx, target, zeros, isEnough);
  if (found) return { text: certificateText(ctx, found), used: usedBy(found) };
  return zeros.length ? undefined : bySquaresAsFactor(ctx, target, isEnough);
}

/** What a certificate shows, as a sentence about what has the sign. */
export const certifiedText = (subject: string, { text, times }: Certified): string =>
  times === undefined
    ? `${subject} has the sign of ${text}`
    : `${subject}, times ${times}, has the sign of ${text}`;

const usedBy = ({ terms }: Certificate): string[] => [
  ...new Set(terms.map(({ weight }) => weight.text).filter((text) => text !== "")),
];

function squares(
  ctx: Context,
  target: Sparse,
  zeros: Sparse[],
  isEnough: (one: Certificate) => boolean,
): Certificate | undefined {
  for (const problem of problemsOf(ctx, target, zeros)) {
    const found = search(ctx, problem, isEnough);
    if (found) return found;
  }
  return undefined;
}

/** Atoms and the degree of what is multiplied by a sum of squares: the degree grows by 2. */
const mostAtoms = 2;
const mostDegree = 6;

/** Shows a polynomial that is no sum of squares itself, as Motzkin's, by 1 plus the squares of its atoms as a factor. */
function bySquaresAsFactor(
  ctx: Context,
  target: Sparse,
  isEnough: (one: Certificate) => boolean,
): Certified | undefined {
  const { monomials } = ctx.ring;
  const atoms = [...new Set([...target.keys()].flatMap((term) => term.atoms))];
  const degree = Math.max(
    ...[...target.keys()].map(({ exponents }) => exponents.reduce((sum, one) => sum + one, 0)),
  );
  if (atoms.length > mostAtoms || degree !== mostDegree * whole) return undefined;
  const factor = combined(
    [monomials.one, ...atoms.map((id) => monomials.single(id, 2 * whole))].map(
      (term) => [single(term), one] as const,
    ),
  );
  const found = squares(ctx, productOf(ctx.ring, target, factor), [], isEnough);
  if (!found) return undefined;
  return { text: certificateText(ctx, found), times: sparseText(ctx, factor), used: usedBy(found) };
}
