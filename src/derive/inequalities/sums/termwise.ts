import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { expandNumerator } from "../../form/ring/expansion.js";
import {
  constant,
  type Form,
  formKey,
  fromPoly,
  isZero,
  multiply,
  negated,
} from "../../form/ring/form.js";
import { type Monomial, whole } from "../../form/ring/monomial.js";
import { accumulate, type Poly } from "../../form/ring/polynomial.js";
import type { Atom } from "../../form/ring/ring.js";
import { learnLemmas } from "../../signs/lemmas.js";
import { whySigned } from "../sign.js";
import { learnTogether } from "./lemmas.js";

type Sum = Extract<Atom, { body: Form; upto: Form }>;

/** Equations of which a multiple is added under the sum: each is tried with three. */
const mostEquations = 2;

/**
 * Shows that a form that is linear in sums over one range is not negative, or positive, by its terms: sum a + c n + r is not
 * negative where a + c is not for any index, and r is not. Multiples of sums that are known to be numbers are added.
 */
export function byTerms(
  ctx: Context,
  gap: Form,
  strict: boolean,
  equations: readonly Form[],
): string | undefined {
  const { ring, signs } = ctx;
  const { poly, rest } = expandNumerator(ring, gap);
  const side = isZero(rest) ? undefined : signs.sign(rest);
  if (!side || side.weak) return undefined;
  const own = side.side > 0 ? poly : new Map([...poly].map(([term, value]) => [term, -value]));
  const ranges = new Map(sumsIn(ctx, own).map((sum) => [`${sum.bound} ${formKey(sum.upto)}`, sum]));
  for (const { bound, upto } of ranges.values()) {
    if (!signs.nonnegative(upto)) continue;
    const split = (all: Poly, absorbs: boolean) => underSum(ctx, all, bound, upto, absorbs);
    const zeros = equations
      .map((equation) => split(expandNumerator(ring, equation).poly, false))
      .filter((one) => one !== undefined)
      .slice(0, mostEquations);
    const bodies: { body: Form; strict: boolean }[] = [];
    for (const absorbs of [true, false]) {
      const base = split(own, absorbs);
      if (!base) continue;
      for (const multiples of combinations(zeros.length)) {
        const plus = (part: "body" | "rest") =>
          add(
            ring,
            base[part],
            ...multiples.map((by, i) => multiply(ring, constant(ring, by), zeros[i][part])),
          );
        const beside = plus("rest");
        if (!signs.nonnegative(beside)) continue;
        const isPositive = strict && signs.positive(beside);
        if (strict && !isPositive && !signs.positive(upto)) continue;
        bodies.push({ body: plus("body"), strict: strict && !isPositive });
      }
    }
    if (bodies.length && oneHasSign(ctx, bodies, bound, upto))
      return "each term of the difference has the sign that the sum is to have";
  }
  return undefined;
}

/** Multiples -1, 0 and 1 of so many equations, none first. */
function combinations(count: number): bigint[][] {
  if (count === 0) return [[]];
  return combinations(count - 1).flatMap((all) => [0n, 1n, -1n].map((by) => [...all, by]));
}

const sumsIn = ({ ring }: Context, poly: Poly): Sum[] =>
  [...new Set([...poly.keys()].flatMap(({ atoms }) => atoms))].flatMap((id) => {
    const atom = ring.atoms[id];
    return atom.kind === "sum" ? [atom] : [];
  });

/** A polynomial as a sum over a range and a rest; undefined where a sum stands in a product or has another range. */
function underSum(
  ctx: Context,
  poly: Poly,
  bound: string,
  upto: Form,
  absorbs: boolean,
): { body: Form; rest: Form } | undefined {
  const { ring } = ctx;
  const { monomials } = ring;
  const bodies: Form[] = [];
  const left = new Map<Monomial, bigint>();
  const asForm = (term: Monomial, value: bigint) => fromPoly(ring, new Map([[term, value]]));
  for (const [term, value] of poly) {
    const sums = sumsIn(ctx, new Map([[term, 1n]]));
    if (sums.length === 0) {
      accumulate(left, term, value);
      continue;
    }
    const [sum] = sums;
    const exponent = term.exponents[term.atoms.indexOf(sum.id)];
    const isOwn = sum.bound === bound && formKey(sum.upto) === formKey(upto);
    if (sums.length > 1 || exponent !== whole || !isOwn) return undefined;
    const factor = asForm(monomials.over(term, monomials.single(sum.id)), value);
    bodies.push(multiply(ring, factor, sum.body));
  }
  let rest = fromPoly(ring, left);
  const name = absorbs ? lengthName(ctx, upto) : undefined;
  if (name !== undefined) {
    const counted = new Map<Monomial, bigint>();
    for (const [term, value] of left)
      if (term.exponents[term.atoms.indexOf(name)] === whole)
        accumulate(counted, monomials.over(term, monomials.single(name)), value);
    const each = fromPoly(ring, counted);
    bodies.push(each);
    rest = subtractForms(ring, rest, multiply(ring, each, upto));
  }
  return bodies.length ? { body: add(ring, ...bodies), rest } : undefined;
}

/** The name that a length is, or is up to a number: n in n and in n - 1. */
function lengthName({ ring }: Context, upto: Form): number | undefined {
  const { poly, rest } = expandNumerator(ring, upto);
  if (rest.mono.atoms.length || rest.factors.length) return undefined;
  const terms = [...poly].filter(([{ atoms }]) => atoms.length > 0);
  if (terms.length !== 1) return undefined;
  const [[{ atoms, exponents }, value]] = terms;
  const isPlain = value === 1n && exponents.length === 1 && exponents[0] === whole;
  return isPlain && ring.atoms[atoms[0]].kind === "symbol" ? atoms[0] : undefined;
}

/** Whether one of several terms has the sign at every index of the range. */
function oneHasSign(
  ctx: Context,
  bodies: readonly { body: Form; strict: boolean }[],
  bound: string,
  upto: Form,
): boolean {
  const { ring, signs } = ctx;
  return signs.scoped(() => {
    signs.integer(bound);
    const index = ring.form(ring.symbol(bound));
    signs.learn(subtractForms(ring, index, constant(ring, 1n)), ">=", "");
    signs.learn(add(ring, upto, negated(index)), ">=", "");
    const is = ({ body, strict }: (typeof bodies)[number]) =>
      strict ? signs.positive(body) : signs.nonnegative(body);
    if (bodies.some(is)) return true;
    learnLemmas(ctx, bodies[0].body);
    learnTogether(ctx, [bodies[0].body]);
    if (bodies.some(is)) return true;
    const [{ body, strict }] = bodies;
    return whySigned(ctx, body, strict, [], "") !== undefined;
  });
}
