import type { Context } from "../form/context.js";
import { constant, divide, type Form, fromPoly, multiply, raise } from "../form/ring/form.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";

/** (n + offset)^exponent */
export interface LinearFactor {
  offset: Form;
  exponent: number;
}

/** A form as a factor without the name and powers of n + c; undefined for what is no such product. */
export function linearFactors(
  ctx: Context,
  form: Form,
  name: string,
): { rest: Form; factors: LinearFactor[] } | undefined {
  const { ring } = ctx;
  let rest = constant(ring, form.scale);
  const factors: LinearFactor[] = [];
  for (const [i, id] of form.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = form.mono.exponents[i];
    if (atom.kind === "symbol" && atom.name === name) {
      if (units % whole !== 0) return undefined;
      factors.push({ offset: constant(ring, 0n), exponent: units / whole });
    } else if (atom.names.has(name)) return undefined;
    else rest = multiply(ring, rest, ring.form(atom, units));
  }
  for (const { poly, exponent } of form.factors) {
    const base = fromPoly(ring, poly);
    if (!formNames(ring, base).has(name)) {
      rest = multiply(ring, rest, raise(ring, base, exponent));
      continue;
    }
    const linear = linearIn(ctx, base, name);
    if (!linear || formNames(ring, linear.slope).has(name)) return undefined;
    rest = multiply(ring, rest, raise(ring, linear.slope, exponent));
    factors.push({ offset: divide(ring, linear.offset, linear.slope), exponent });
  }
  return { rest, factors };
}
