import { Rational } from "../../num/index.js";
import { Undefined } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { expandNumerator } from "../form/ring/expansion.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  multiply,
  multiplyAll,
} from "../form/ring/form.js";
import { opaque } from "../form/opaque.js";
import { factorialForm, mostSteps } from "./factorials.js";
import { isInteger } from "./integers.js";
import { rootOf } from "./roots.js";

/**
 * Gamma(n + 1) = n! for whole n, Gamma(1/2) = sqrt(pi), and Gamma(x + 1) = x Gamma(x): the number beside the names is
 * brought between 0 and 1.
 */
export function gammaForm(ctx: Context, of: Form): Form {
  const { ring, signs } = ctx;
  const one = constant(ring, 1n);
  const plain = asRational(of);
  if (plain?.isInteger && plain.sign <= 0)
    throw new Undefined(`the gamma function is taken of ${plain}`);
  const before = subtractForms(ring, of, one);
  if (isInteger(ctx, before) && signs.nonnegative(before)) {
    ctx.applied.add("factorial-recurrence");
    return factorialForm(ctx, before);
  }
  const beside = numberBeside(ctx, of).floor();
  const steps = beside < 0n ? -beside : beside;
  if (steps > mostSteps) return opaque(ctx, "Gamma", [of]);
  const base = subtractForms(ring, of, constant(ring, beside));
  const factors: Form[] = [];
  for (let i = 0n; i < beside; i++) factors.push(add(ring, base, constant(ring, i)));
  for (let i = beside; i < 0n; i++) factors.push(add(ring, base, constant(ring, i)));
  if (factors.length) ctx.applied.add("factorial-recurrence");
  const own = ofBase(ctx, base);
  const product = multiplyAll(ring, [one, ...factors]);
  return beside < 0n ? divide(ring, own, product) : multiply(ring, own, product);
}

function ofBase(ctx: Context, base: Form): Form {
  const { ring } = ctx;
  if (!asRational(base)?.equals(Rational.of(1n, 2n))) return opaque(ctx, "Gamma", [base]);
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  return rootOf(ctx, pi, Rational.of(1n, 2n));
}

/** The number that stands as a term in a form, 0 where there is none. */
function numberBeside({ ring }: Context, form: Form): Rational {
  const plain = asRational(form);
  if (plain) return plain;
  const { poly, rest } = expandNumerator(ring, form);
  if (rest.factors.length || rest.mono.atoms.length) return Rational.of(0n);
  return rest.scale.mul(Rational.of(poly.get(ring.monomials.one) ?? 0n));
}
