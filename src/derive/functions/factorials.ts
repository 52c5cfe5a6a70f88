import { Undefined, Unsupported } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { asRational, constant, divide, type Form, multiplyAll } from "../form/ring/form.js";
import { opaque } from "../form/opaque.js";
import { isInteger } from "./integers.js";

/** Factors that are split off: as many as a text writes; more make expansions of 20! terms. */
export const mostSteps = 20n;
/** Factors of a product that is multiplied out: 300! has about 2,000 bits, and is still cheap. */
export const mostFactors = 300n;

/** (n + 2)! = n! (n + 1) (n + 2), (n - 1)! = n!/n: the number beside the names goes. */
export function factorialForm(ctx: Context, of: Form): Form {
  const { ring } = ctx;
  const plain = asRational(of);
  if (plain) {
    if (!plain.isInteger || plain.sign < 0) throw new Undefined(`a factorial is taken of ${plain}`);
    if (plain.num > mostFactors) throw new Unsupported(`gave up at the factorial of ${plain}`);
    let product = 1n;
    for (let i = 2n; i <= plain.num; i++) product *= i;
    return constant(ring, product);
  }
  const beside = numberBeside(ctx, of);
  if (beside === 0n || beside > mostSteps || beside < -mostSteps) {
    return opaque(ctx, "factorial", [of]);
  }
  ctx.applied.add("factorial-recurrence");
  const base = subtractForms(ring, of, constant(ring, beside));
  const factors: Form[] = [];
  for (let i = 1n; i <= beside; i++) factors.push(add(ring, base, constant(ring, i)));
  for (let i = 0n; i > beside; i--) factors.push(add(ring, base, constant(ring, i)));
  const product = multiplyAll(ring, factors);
  const own = opaque(ctx, "factorial", [base]);
  return beside > 0n ? multiplyAll(ring, [own, product]) : divide(ring, own, product);
}

/** n (n - 1) ... (n - k + 1)/k! for a number k; n!/(k! (n - k)!) for integers 0 <= k <= n. */
export function binomialForm(ctx: Context, n: Form, k: Form): Form {
  const { ring, signs } = ctx;
  const count = asRational(k);
  if (count?.isInteger && count.sign >= 0 && count.num <= mostSteps) {
    const factors: Form[] = [];
    for (let i = 0n; i < count.num; i++) {
      const over = subtractForms(ring, n, constant(ring, i));
      factors.push(divide(ring, over, constant(ring, i + 1n)));
    }
    return multiplyAll(ring, factors);
  }
  const rest = subtractForms(ring, n, k);
  const whole = [n, k].every((form) => isInteger(ctx, form));
  if (!whole || !signs.nonnegative(k) || !signs.nonnegative(rest)) {
    return opaque(ctx, "binomial", [n, k]);
  }
  ctx.applied.add("binomial-as-factorials");
  const below = multiplyAll(ring, [factorialForm(ctx, k), factorialForm(ctx, rest)]);
  return divide(ring, factorialForm(ctx, n), below);
}

/** The whole number that stands as a term in a form; 0 for any other. */
export function numberBeside({ ring }: Context, form: Form): bigint {
  const [factor] = form.factors;
  const plain = form.factors.length === 1 && factor.exponent === 1 && form.mono.atoms.length === 0;
  if (!plain || !form.scale.isInteger) return 0n;
  return (factor.poly.get(ring.monomials.one) ?? 0n) * form.scale.num;
}
