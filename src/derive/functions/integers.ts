import { Rational } from "../../num/index.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { gathered, termsOf } from "../form/ring/expansion.js";
import { asRational, constant, type Form, isZero, multiply } from "../form/ring/form.js";
import { kindOf } from "../form/kinds.js";
import { type Monomial, whole } from "../form/ring/monomial.js";
import { opaque } from "../form/opaque.js";

/** Whether a form is known to be an integer: a polynomial with integer coefficients in integers. */
export function isInteger(ctx: Context, form: Form): boolean {
  if (isZero(form)) return true;
  if (form.factors.some(({ exponent }) => exponent < 0)) return false;
  const terms = [form.mono, ...form.factors.flatMap(({ poly }) => [...poly.keys()])];
  if (!terms.every((term) => isIntegerTerm(ctx, term))) return false;
  // n (n + 1) / 2 and the like: a product of two neighbours is even.
  return form.scale.isInteger || (form.scale.den === 2n && halvesEvenly(ctx, form));
}

function isIntegerTerm(ctx: Context, term: Monomial): boolean {
  return term.atoms.every((id, i) => {
    const exponent = term.exponents[i];
    if (exponent < 0 || exponent % whole !== 0) return false;
    const atom = ctx.ring.atoms[id];
    const { integer } = kindOf(ctx.rules.kinds, atom);
    return integer?.(ctx, atom, (part) => isInteger(ctx, part)) ?? false;
  });
}

function halvesEvenly(ctx: Context, form: Form): boolean {
  const poly = gathered(ctx.ring, form).factors[0]?.poly;
  const first = form.mono.atoms.find((_, i) => form.mono.exponents[i] === whole);
  if (!poly || first === undefined || form.factors.length !== 1 || poly.size !== 2) return false;
  const linear = poly.get(ctx.ring.monomials.single(first));
  const rest = poly.get(ctx.ring.monomials.one);
  return (
    linear !== undefined && rest !== undefined && (linear + rest) % 2n === 0n && linear % 2n !== 0n
  );
}

/** floor(u + n) = floor(u) + n for an integer n: what is whole in u goes in front. */
export function floorForm(ctx: Context, of: Form): Form {
  const { ring, signs } = ctx;
  const whole: Form[] = [];
  const parts: Form[] = [];
  for (const term of termsOf(ring, of)) {
    const unit: Form = { ...term, scale: Rational.of(1n) };
    if (!isInteger(ctx, unit)) {
      parts.push(term);
      continue;
    }
    const count = Rational.of(term.scale.floor());
    whole.push(multiply(ring, constant(ring, count), unit));
    parts.push(multiply(ring, constant(ring, term.scale.sub(count)), unit));
  }
  if (whole.length) ctx.applied.add("whole-part");
  const part = add(ring, ...parts);
  const plain = asRational(part);
  const floored = plain ? constant(ring, plain.floor()) : undefined;
  if (floored) return add(ring, ...whole, floored);
  for (const value of [0n, -1n, 1n]) {
    const below = subtractForms(ring, part, constant(ring, value));
    const above = subtractForms(ring, constant(ring, value + 1n), part);
    if (signs.nonnegative(below) && signs.positive(above)) {
      return add(ring, ...whole, constant(ring, value));
    }
  }
  return add(ring, ...whole, opaque(ctx, "floor", [part]));
}
