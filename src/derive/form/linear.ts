import { add } from "./ring/addition.js";
import type { Context } from "./context.js";
import { expandNumerator } from "./ring/expansion.js";
import { constant, type Form, formKey, fromPoly, isZero, multiply, raise } from "./ring/form.js";
import { substituteForm } from "./formSubstitution.js";
import { formNames } from "./ring/ring.js";

/** One summand of a form: what depends on a name, and what stands in front of it. */
export interface LinearTerm {
  inside: Form;
  outside: Form;
}

/** The summands of a form, like ones together: how sums and integrals over a name are linear. */
export function linearTerms(ctx: Context, body: Form, name: string): LinearTerm[] {
  const { ring } = ctx;
  const groups = new Map<string, { inside: Form; outside: Form[] }>();
  const { poly, rest } = expandNumerator(ring, body);
  const [fixedRest, ownRest] = separate(ctx, rest, name);
  for (const [term, value] of poly) {
    const [fixed, own] = separate(ctx, fromPoly(ring, new Map([[term, value]])), name);
    const inside = multiply(ring, own, ownRest);
    const key = formKey(inside);
    if (!groups.has(key)) groups.set(key, { inside, outside: [] });
    groups.get(key)!.outside.push(multiply(ring, fixed, fixedRest));
  }
  return [...groups.values()]
    .map(({ inside, outside }) => ({ inside, outside: add(ring, ...outside) }))
    .filter(({ outside }) => !isZero(outside));
}

/** A form as a product of what does not depend on a name and what does. */
export function separate(ctx: Context, form: Form, name: string): [Form, Form] {
  const { ring } = ctx;
  let fixed = constant(ring, form.scale);
  let own = constant(ring, 1n);
  const put = (factor: Form) => {
    if (formNames(ring, factor).has(name)) own = multiply(ring, own, factor);
    else fixed = multiply(ring, fixed, factor);
  };
  form.mono.atoms.forEach((id, i) => put(ring.form(ring.atoms[id], form.mono.exponents[i])));
  for (const { poly, exponent } of form.factors) put(raise(ring, fromPoly(ring, poly), exponent));
  return [fixed, own];
}

/** slope and offset of `slope * name + offset`, if a form is linear in a name. */
export function linearIn(
  ctx: Context,
  form: Form,
  name: string,
): { slope: Form; offset: Form } | undefined {
  const { ring } = ctx;
  const at = (value: bigint) => substituteForm(ctx, form, name, constant(ring, value));
  const offset = at(0n);
  const slope = add(ring, at(1n), { ...offset, scale: offset.scale.neg() });
  const n = ring.form(ring.symbol(name));
  const rest = add(
    ring,
    form,
    { ...multiply(ring, slope, n), scale: slope.scale.neg() },
    { ...offset, scale: offset.scale.neg() },
  );
  return isZero(rest) ? { slope, offset } : undefined;
}
