import { Rational } from "../../num/index.js";
import { subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { derivative } from "../form/derivative.js";
import {
  constant,
  divide,
  type Form,
  fromPoly,
  isZero,
  multiply,
  raise,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { logarithm } from "../functions/logarithm.js";

/** Integral of c u' u^k or c u' e^u between finite limits, for a factor u of the term; undefined for any other. */
export function bySubstitution(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Form,
  upper: Form,
): Form | undefined {
  const antiderivative = antiderivativeOf(ctx, inside, bound);
  if (!antiderivative) return undefined;
  const at = (limit: Form) => substituteForm(ctx, antiderivative, bound, limit);
  return subtractForms(ctx.ring, at(upper), at(lower));
}

function antiderivativeOf(ctx: Context, inside: Form, bound: string): Form | undefined {
  const { ring, signs } = ctx;
  const free = (form: Form) => !formNames(ring, form).has(bound);
  /** The constant c of c u' g, if it is one. */
  const ratio = (u: Form, g: Form): Form | undefined => {
    const slope = derivative(ctx, u, bound);
    if (isZero(slope)) return undefined;
    const c = divide(ring, inside, multiply(ring, slope, g));
    return free(c) ? c : undefined;
  };
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    if (!atom.names.has(bound)) continue;
    const units = inside.mono.exponents[i];
    const own = ring.form(atom, units);
    if (atom.kind === "exp") {
      const times = constant(ring, Rational.of(BigInt(units), BigInt(whole)));
      const c = ratio(multiply(ring, times, atom.of), own);
      if (c) return multiply(ring, c, own);
    } else if (atom.kind === "log" && units % whole === 0 && units > 0) {
      const c = ratio(ring.form(atom), own);
      if (c) return powered(ctx, c, ring.form(atom), units / whole);
    }
  }
  for (const { poly, exponent } of inside.factors) {
    const u = fromPoly(ring, poly);
    if (free(u)) continue;
    if (exponent < 0 && !signs.positive(u)) continue;
    const c = ratio(u, raise(ring, u, exponent));
    if (!c) continue;
    return exponent === -1 ? multiply(ring, c, logarithm(ctx, u)) : powered(ctx, c, u, exponent);
  }
  return undefined;
}

const powered = ({ ring }: Context, c: Form, u: Form, exponent: number): Form =>
  divide(
    ring,
    multiply(ring, c, raise(ring, u, exponent + 1)),
    constant(ring, BigInt(exponent + 1)),
  );
