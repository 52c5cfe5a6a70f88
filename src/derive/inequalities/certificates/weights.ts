import type { Context } from "../../form/context.js";
import { whole } from "../../form/ring/monomial.js";
import type { Poly } from "../../form/ring/polynomial.js";
import { atomSign } from "../../signs/atomSign.js";
import type { Weight } from "./certificate.js";
import { productOf, single, sparse, type Sparse } from "./linear/sparse.js";

/** Facts that a certificate is made of, and the terms that one may have. */
const mostFacts = 8;
const mostTerms = 20;

const atomsOf = (poly: Poly | Sparse): Set<number> =>
  new Set([...poly.keys()].flatMap((term) => term.atoms));

/** The atoms that a polynomial has in common with equations and facts, directly or through others. */
export function atomsAround(
  ctx: Context,
  target: Sparse,
  equations: readonly Sparse[],
): Set<number> {
  const around = atomsOf(target);
  const others = [
    ...equations.map(atomsOf),
    ...ctx.signs.facts.filter(({ relation }) => relation !== "!=").map(({ poly }) => atomsOf(poly)),
  ];
  for (let size = 0; size < around.size;) {
    size = around.size;
    for (const atoms of others)
      if ([...atoms].some((id) => around.has(id))) for (const id of atoms) around.add(id);
  }
  return around;
}

/** What is known of these atoms not to be negative: facts, and signs of functions. */
export function weightsAround(ctx: Context, around: ReadonlySet<number>): Weight[] {
  const { signs, ring } = ctx;
  const facts = signs.facts.flatMap(({ poly, relation, text }): Weight[] =>
    relation !== "!=" && poly.size <= mostTerms && [...atomsOf(poly)].some((id) => around.has(id))
      ? [{ poly: sparse(poly), strict: relation === ">", text }]
      : [],
  );
  const own = [...around].flatMap((id): Weight[] => {
    const { kind } = ring.atoms[id];
    if (kind === "symbol" || kind === "index") return [];
    const sign = atomSign(signs, ring.atoms[id]);
    return sign?.side === 1
      ? [{ poly: single(ring.monomials.single(id)), strict: !sign.weak, text: "" }]
      : [];
  });
  const all = new Map([...facts, ...own].map((one) => [keyOf(one.poly), one]));
  for (const one of facts) if (one.strict) all.set(keyOf(one.poly), one);
  return [...all.values()].slice(0, mostFacts);
}

const keyOf = (poly: Sparse): string =>
  [...poly]
    .map(([term, value]) => `${term.id}:${value}`)
    .sort()
    .join();

/** The roots that are taken of atoms, and the product of two: none is negative. */
export function rootsAmong(
  ctx: Context,
  polys: readonly Sparse[],
  units: ReadonlyMap<number, number>,
): Weight[] {
  const { monomials } = ctx.ring;
  const atoms = new Set(polys.flatMap((poly) => [...atomsOf(poly)]));
  const roots = [...atoms].flatMap((id) => {
    const unit = units.get(id) ?? whole;
    return unit === whole ? [] : [monomials.single(id, unit)];
  });
  const all = roots.length === 2 ? [...roots, monomials.product(roots[0], roots[1])] : roots;
  return all.map((term) => ({ poly: single(term), strict: false, text: "" }));
}

/** The weights, and the products of two of them. */
export function withProducts(ctx: Context, weights: readonly Weight[]): Weight[] {
  const products = weights.flatMap((one, i) =>
    weights.slice(i + 1).map((other): Weight => {
      return {
        poly: productOf(ctx.ring, one.poly, other.poly),
        strict: one.strict && other.strict,
        text: [one.text, other.text].filter((text) => text !== "").join(", "),
      };
    }),
  );
  return [...weights, ...products];
}
