import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  constant,
  divide,
  type Form,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { choose } from "./powerSums.js";

/** The sum of n^k g(n) asks for those with all smaller powers, each written out. */
const mostPower = 12;

/** n^k g(n) with g(n + 1) = r g(n), for a whole k; undefined for any other term. */
export function ofRatio(
  ctx: Context,
  inside: Form,
  bound: string,
): { power: number; g: Form; ratio: Form } | undefined {
  const { ring } = ctx;
  if (inside.factors.length) return undefined;
  let [power, g] = [0, constant(ring, inside.scale)];
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = inside.mono.exponents[i];
    if (atom.kind === "symbol" && atom.name === bound) {
      power = units / whole;
      if (!Number.isInteger(power) || power < 0 || power > mostPower) return undefined;
    } else if (atom.kind === "exp" || atom.kind === "power") {
      g = multiply(ring, g, ring.form(atom, units));
    } else return undefined;
  }
  const next = add(ring, ring.form(ring.symbol(bound)), constant(ring, 1n));
  const ratio = divide(ring, substituteForm(ctx, g, bound, next), g);
  return formNames(ring, ratio).has(bound) ? undefined : { power, g, ratio };
}

/**
 * Sum of n^k g(n) with g(n + 1) = r g(n), where r is known to differ from 1:
 *
 *     (r - 1) S_k(u) = (u + 1)^k g(u + 1) - g(1) - r sum_{i<k} C(k, i) S_i(u)
 */
export function geometricSum(
  ctx: Context,
  inside: Form,
  bound: string,
  upto: Form,
): Form | undefined {
  const { ring } = ctx;
  const found = ofRatio(ctx, inside, bound);
  if (!found) return undefined;
  const { power, g, ratio } = found;
  const one = constant(ring, 1n);
  const at = (place: Form) => substituteForm(ctx, g, bound, place);
  const less = subtractForms(ring, ratio, one);
  if (!ctx.signs.nonzero(less)) return undefined;
  ctx.applied.add("geometric-sum");
  const next = add(ring, upto, one);
  const [first, last] = [at(one), at(next)];
  const sums: Form[] = [];
  for (let k = 0; k <= power; k++) {
    const lower = sums.map((sum, i) =>
      multiplyAll(ring, [constant(ring, choose(k, i)), ratio, sum]),
    );
    const edge = subtractForms(ring, multiply(ring, raise(ring, next, k), last), first);
    sums.push(divide(ring, add(ring, edge, ...lower.map(negated)), less));
  }
  return sums[power];
}
