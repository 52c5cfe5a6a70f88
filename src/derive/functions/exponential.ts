import { Rational } from "../../num/index.js";
import type { Context } from "../form/context.js";
import { gathered, termsOf } from "../form/ring/expansion.js";
import { type Form, formKey, multiplyAll } from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import { countOf } from "../form/ring/pieces.js";
import { rootOf } from "./roots.js";

/** A longer sum stays one exponential: as factors, each would be compared with each. */
const mostFactors = 200;

/** exp(u + v) = exp(u) exp(v), exp(c t) = exp(t)^c, exp(c log a) = a^c: term by term. */
export function exponential(ctx: Context, of: Form): Form {
  const { ring } = ctx;
  const terms = termsOf(ring, of);
  if (terms.length > mostFactors) return expAtom(ctx, of, 1);
  return multiplyAll(
    ring,
    terms.map((term) => {
      const power = powerOfLogarithm(ctx, term);
      if (power) return power;
      const base = { ...term, scale: Rational.of(1n) };
      const count = countOf(term.scale);
      return count === undefined ? expAtom(ctx, term, 1) : expAtom(ctx, base, count);
    }),
  );
}

function expAtom(ctx: Context, of: Form, exponent: number): Form {
  const base = gathered(ctx.ring, of);
  const atom = ctx.ring.atom(`exp ${formKey(base)}`, () => ({ kind: "exp", of: base }));
  return ctx.ring.form(atom, Math.round(exponent * whole));
}

/** c log(a), with a rational c, is the logarithm of a^c. */
function powerOfLogarithm(ctx: Context, term: Form): Form | undefined {
  if (term.factors.length || term.mono.atoms.length !== 1) return undefined;
  const atom = ctx.ring.atoms[term.mono.atoms[0]];
  if (atom.kind !== "log" || term.mono.exponents[0] !== whole) return undefined;
  return rootOf(ctx, atom.of, term.scale);
}
