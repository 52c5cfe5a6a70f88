import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { type Form, formKey, multiply, raise } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/ring/monomial.js";
import { type Atom, formNames } from "../form/ring/ring.js";
import { prefixOf } from "./sums.js";

interface Level {
  name: string;
  upto: Form;
}
type SumAtom = Atom & { kind: "sum" };

/** Three nested sums have six orders, four would have 24. */
const mostLevels = 3;

/**
 * A sum of sums in the one of its orders that has the smallest key, so that both orders have one form:
 *
 *     sum_{i<=N} sum_{j<=M} f = sum_{j<=M} sum_{i<=N} f
 *     sum_{i<=N} sum_{j<=i} f = sum_{i<=N} sum_{j<=N} f + sum_{i<=N} f(i, i) - sum_{j<=N} sum_{i<=j} f
 */
export function ordered(ctx: Context, inside: Form, bound: string, upto: Form): Form | undefined {
  if (ctx.inOrder) return undefined;
  const { ring } = ctx;
  const levels: Level[] = [{ name: bound, upto }];
  let body = inside;
  for (let inner = innerSum(ctx, body, levels); inner; inner = innerSum(ctx, body, levels)) {
    if (levels.length > mostLevels) return undefined;
    const name = ctx.fresh();
    ctx.signs.integer(name);
    const own = substituteForm(ctx, inner.body, inner.bound, ring.form(ring.symbol(name)));
    body = multiply(ring, multiply(ring, body, raise(ring, ring.form(inner), -1)), own);
    levels.push({ name, upto: inner.upto });
  }
  if (levels.length === 1) return undefined;
  ctx.applied.add("exchange-of-sums");
  const triangle = levels.length === 2 && formNames(ring, levels[1].upto).has(bound);
  return ctx.withOrder(() => {
    if (triangle) return triangular(ctx, body, levels);
    const all = permutations(levels).map((order) =>
      order.reduce((form, { name, upto: limit }) => prefixOf(ctx, form, name, limit), body),
    );
    return all.reduce((best, form) => (formKey(form) < formKey(best) ? form : best));
  });
}

/** The one sum atom that a term holds, if its limit depends on none of the names, or on the first alone as it is. */
function innerSum(ctx: Context, body: Form, levels: Level[]): SumAtom | undefined {
  const { ring } = ctx;
  const sums = body.mono.atoms.flatMap((id, i) => {
    const atom = ring.atoms[id];
    const own = atom.kind === "sum" && levels.some(({ name }) => atom.names.has(name));
    return own ? [{ atom: atom as SumAtom, exponent: body.mono.exponents[i] }] : [];
  });
  if (sums.length !== 1 || sums[0].exponent !== whole) return undefined;
  const [{ atom }] = sums;
  const names = levels.filter(({ name }) => formNames(ring, atom.upto).has(name));
  if (names.length === 0) return atom;
  const first = ring.form(ring.symbol(levels[0].name));
  return levels.length === 1 && formKey(atom.upto) === formKey(first) ? atom : undefined;
}

function triangular(ctx: Context, body: Form, [outer, inner]: Level[]): Form {
  const { ring } = ctx;
  const [i, j] = [outer.name, inner.name].map((name) => ring.form(ring.symbol(name)));
  const own = prefixOf(ctx, prefixOf(ctx, body, inner.name, i), outer.name, outer.upto);
  const other = prefixOf(ctx, prefixOf(ctx, body, outer.name, j), inner.name, outer.upto);
  if (formKey(own) <= formKey(other)) return own;
  const square = prefixOf(ctx, prefixOf(ctx, body, inner.name, outer.upto), outer.name, outer.upto);
  const diagonal = prefixOf(ctx, substituteForm(ctx, body, inner.name, i), outer.name, outer.upto);
  return subtractForms(ring, add(ring, square, diagonal), other);
}

export function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, k) => k !== i)).map((rest) => [item, ...rest]),
  );
}
