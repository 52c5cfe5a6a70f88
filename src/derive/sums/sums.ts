import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { expandNumerator } from "../form/expansion.js";
import {
  asRational,
  constant,
  type Form,
  formKey,
  fromPoly,
  isZero,
  multiply,
  raise,
} from "../form/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/monomial.js";
import { formNames } from "../form/ring.js";
import { powerSum } from "./powerSums.js";
import { prefixAt } from "./series.js";

/**
 * Sum of a form for a bound name over a range: the difference of two sums that start at 1.
 *
 *     sum_{n=lo}^{hi} f(n) = P(hi) - P(lo - 1),  P(u) = sum_{n=1}^{u} f(n)
 */
export function sumForm(ctx: Context, body: Form, bound: string, lo: Form, hi: Form): Form {
  const below = subtractForms(ctx.ring, lo, constant(ctx.ring, 1n));
  return subtractForms(ctx.ring, prefixOf(ctx, body, bound, hi), prefixOf(ctx, body, bound, below));
}

/** P(u), linear in the body: what does not depend on the bound name goes in front. */
export function prefixOf(ctx: Context, body: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  if (isZero(body)) return body;
  const groups = new Map<string, { inside: Form; outside: Form[] }>();
  const depends = (form: Form) => formNames(ring, form).has(bound);
  const put = (inside: Form, outside: Form) => {
    const key = formKey(inside);
    if (!groups.has(key)) groups.set(key, { inside, outside: [] });
    groups.get(key)!.outside.push(outside);
  };
  const { poly, rest } = expandNumerator(ring, body);
  const [fixedRest, boundRest] = split(ctx, rest, depends);
  for (const [term, value] of poly) {
    const [fixed, own] = split(ctx, fromPoly(ring, new Map([[term, value]])), depends);
    put(multiply(ring, own, boundRest), multiply(ring, fixed, fixedRest));
  }
  const parts = [...groups.values()].map(({ inside, outside }) =>
    multiply(ring, add(ring, ...outside), prefixOfTerm(ctx, inside, bound, upto)),
  );
  return add(ring, ...parts);
}

/** A form as a product of what does not depend on the bound name and what does. */
export function split(ctx: Context, form: Form, depends: (form: Form) => boolean): [Form, Form] {
  const { ring } = ctx;
  let fixed = constant(ring, form.scale);
  let own = constant(ring, 1n);
  const put = (factor: Form) => {
    if (depends(factor)) own = multiply(ring, own, factor);
    else fixed = multiply(ring, fixed, factor);
  };
  form.mono.atoms.forEach((id, i) => put(ring.form(ring.atoms[id], form.mono.exponents[i])));
  for (const { poly, exponent } of form.factors) put(raise(ring, fromPoly(ring, poly), exponent));
  return [fixed, own];
}

function prefixOfTerm(ctx: Context, inside: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  const plain = asRational(inside);
  if (plain) return multiply(ring, inside, upto);
  const power = plainPower(ctx, inside, bound);
  if (power !== undefined) return powerSum(ctx, power, upto);
  const shifted = canonicalShift(ctx, inside, bound);
  if (shifted.by !== 0n) {
    // sum_{n<=u} f(n) with f(n) = g(n + s): g summed to u + s, less g(1) + ... + g(s).
    const by = constant(ring, shifted.by);
    const whole = prefixAt(ctx, shifted.body, bound, add(ring, upto, by));
    return subtractForms(ring, whole, prefixAt(ctx, shifted.body, bound, by));
  }
  return prefixAt(ctx, inside, bound, upto);
}

/** k, if the form is the bound name to the power k. */
function plainPower(ctx: Context, form: Form, bound: string): number | undefined {
  if (form.factors.length || form.mono.atoms.length !== 1) return undefined;
  const atom = ctx.ring.atoms[form.mono.atoms[0]];
  const exponent = form.mono.exponents[0] / whole;
  const own = atom.kind === "symbol" && atom.name === bound;
  return own && Number.isInteger(exponent) && exponent > 0 && exponent <= 30 ? exponent : undefined;
}

/** Entries x[n + 1], y[n + 3] alone are summed as x[n], y[n + 2] over a shifted range, so that shifts are seen. */
function canonicalShift(ctx: Context, inside: Form, bound: string): { body: Form; by: bigint } {
  const { ring } = ctx;
  const ids = new Set([...inside.mono.atoms]);
  for (const { poly } of inside.factors)
    for (const term of poly.keys()) term.atoms.forEach((id) => ids.add(id));
  let least: bigint | undefined;
  for (const id of ids) {
    const atom = ring.atoms[id];
    if (!atom.names.has(bound)) continue;
    if (atom.kind !== "index") return { body: inside, by: 0n };
    for (const index of atom.indices) {
      if (!formNames(ring, index).has(bound)) continue;
      const offset = asRational(subtractForms(ring, index, ring.form(ring.symbol(bound))));
      if (!offset?.isInteger) return { body: inside, by: 0n };
      if (least === undefined || offset.num < least) least = offset.num;
    }
  }
  if (!least) return { body: inside, by: 0n };
  const back = add(ring, ring.form(ring.symbol(bound)), constant(ring, -least));
  return { body: substituteForm(ctx, inside, bound, back), by: least };
}
