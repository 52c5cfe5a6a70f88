import type { Context } from "../../form/context.js";
import type { Monomial } from "../../form/ring/monomial.js";
import type { Weight } from "./certificate.js";
import { Degrees } from "./degrees.js";
import { single, type Sparse } from "./linear/sparse.js";
import { atomsAround, rootsAmong, weightsAround, withProducts } from "./weights.js";

/** A weight times a sum of squares, each of which is a combination of the parts. */
export interface Block {
  weight: Weight;
  parts: Sparse[];
}

/** What a certificate of `target >= 0` may be made of. */
export interface Problem {
  target: Sparse;
  blocks: Block[];
  equations: { equation: Sparse; multipliers: Monomial[] }[];
}

/** Parts of one block, of all blocks, and multiples of equations: the work grows with the third power of them. */
const mostParts = 15;
const mostOfAll = 34;
const mostMultiples = 40;
const highestDegree = 8;

/** The problems of showing that a polynomial is not negative, the smaller ones first; those that are too large are left out. */
export function problemsOf(ctx: Context, target: Sparse, equations: readonly Sparse[]): Problem[] {
  const around = atomsAround(ctx, target, equations);
  const near = equations.filter((one) =>
    [...one.keys()].some(({ atoms }) => atoms.some((id) => around.has(id))),
  );
  const facts = weightsAround(ctx, around);
  const polys = [target, ...near, ...facts.map(({ poly }) => poly)];
  const degrees = new Degrees(ctx.ring, polys);
  if (!degrees.isPlain) return [];
  const weights = [...facts, ...rootsAmong(ctx, polys, degrees.units)];
  const choices = weights.length > 1 ? [weights, withProducts(ctx, weights)] : [weights];
  const found = choices.flatMap((own) => sized(ctx, degrees, target, near, own) ?? []);
  return found.length ? found : [sized(ctx, degrees, target, near, []) ?? []].flat();
}

function sized(
  ctx: Context,
  degrees: Degrees,
  target: Sparse,
  equations: readonly Sparse[],
  weights: readonly Weight[],
): Problem | undefined {
  const { ring } = ctx;
  const known = [...weights.map(({ poly }) => poly), ...equations];
  const isHomogeneous = [target, ...known].every((poly) => degrees.isHomogeneous(poly));
  const own = degrees.most(target);
  const bound = isHomogeneous
    ? own
    : 2 *
      Math.ceil(Math.max(own, ...known.map((poly) => Math.min(degrees.most(poly), own + 1))) / 2);
  if (bound > highestDegree) return undefined;
  const atoms = [
    ...new Set(
      [target, ...known].flatMap((poly) => [...poly.keys()].flatMap((term) => term.atoms)),
    ),
  ];
  const isAlone = known.length === 0;
  const limit = (id: number): number =>
    isAlone
      ? Math.floor(Math.max(...[...target.keys()].map((term) => degrees.count(term, id))) / 2)
      : bound;
  const least = isAlone ? Math.min(...[...target.keys()].map((term) => degrees.of(term))) / 2 : 0;
  const unit: Weight = { poly: single(ring.monomials.one), strict: true, text: "" };
  const blocks: Block[] = [];
  for (const weight of [unit, ...weights]) {
    const room = (bound - degrees.most(weight.poly)) / 2;
    if (room < 0 || (isHomogeneous && !Number.isInteger(room))) continue;
    const most = Math.floor(room);
    const from = isHomogeneous ? most : Math.ceil(least);
    const terms = degrees.monomials(atoms, from, most, limit, 4 * mostParts);
    if (!terms) return undefined;
    blocks.push({ weight, parts: terms.map(single) });
  }
  const multiples = equations.map((equation) => {
    const room = bound - degrees.most(equation);
    const multipliers =
      room < 0
        ? []
        : degrees.monomials(atoms, isHomogeneous ? room : 0, room, () => bound, mostMultiples);
    return { equation, multipliers: multipliers ?? [ring.monomials.one] };
  });
  const problem = { target, blocks: pruned(ctx, target, blocks, multiples), equations: multiples };
  const sizes = problem.blocks.map(({ parts }) => parts.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total === 0 || total > mostOfAll || Math.max(...sizes) > mostParts ? undefined : problem;
}

/**
 * Without the monomials whose squares stand in the target with no coefficient and come from nothing else: their squares
 * cannot cancel, so that they are in no square.
 */
function pruned(
  { ring: { monomials } }: Context,
  target: Sparse,
  blocks: readonly Block[],
  equations: Problem["equations"],
): Block[] {
  let current = blocks.map(({ weight, parts }) => ({
    weight,
    terms: parts.map((part) => [...part.keys()][0]),
  }));
  const fixed = new Set([
    ...target.keys(),
    ...equations.flatMap(({ equation, multipliers }) =>
      multipliers.flatMap((by) => [...equation.keys()].map((term) => monomials.product(term, by))),
    ),
  ]);
  for (;;) {
    const counts = new Map<Monomial, number>();
    const note = (term: Monomial) => counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const { weight, terms } of current)
      terms.forEach((a, i) =>
        terms.slice(i).forEach((b) => {
          for (const term of weight.poly.keys())
            note(monomials.product(term, monomials.product(a, b)));
        }),
      );
    let removed = false;
    current = current.map(({ weight, terms }) => {
      const kept = terms.filter((term) => {
        const squared = [...weight.poly.keys()].map((own) =>
          monomials.product(own, monomials.product(term, term)),
        );
        return !squared.some((own) => !fixed.has(own) && counts.get(own) === 1);
      });
      removed ||= kept.length < terms.length;
      return { weight, terms: kept };
    });
    current = current.filter(({ terms }) => terms.length > 0);
    if (!removed) break;
  }
  return current.map(({ weight, terms }) => ({ weight, parts: terms.map(single) }));
}
