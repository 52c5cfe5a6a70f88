import { Undefined, Unsupported } from "../errors.js";
import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { asRational, constant, divide, type Form, multiplyAll } from "../form/form.js";
import { opaque } from "./calls.js";

const mostSteps = 20n;

/** (n + 2)! = n! (n + 1) (n + 2), (n - 1)! = n!/n: the number beside the names goes. */
export function factorialForm(ctx: Context, of: Form): Form {
  const { ring } = ctx;
  const plain = asRational(of);
  if (plain) {
    if (!plain.isInteger || plain.sign < 0) throw new Undefined(`the factorial of ${plain}`);
    if (plain.num > 300n) throw new Unsupported(`gave up at the factorial of ${plain}`);
    let product = 1n;
    for (let i = 2n; i <= plain.num; i++) product *= i;
    return constant(ring, product);
  }
  const beside = numberBeside(ctx, of);
  if (beside === 0n || beside > mostSteps || beside < -mostSteps) {
    return opaque(ctx, "factorial", [of]);
  }
  const base = subtractForms(ring, of, constant(ring, beside));
  const factors: Form[] = [];
  for (let i = 1n; i <= beside; i++) factors.push(add(ring, base, constant(ring, i)));
  for (let i = 0n; i > beside; i--) factors.push(add(ring, base, constant(ring, i)));
  const product = multiplyAll(ring, factors);
  const own = opaque(ctx, "factorial", [base]);
  return beside > 0n ? multiplyAll(ring, [own, product]) : divide(ring, own, product);
}

/** The whole number that stands as a term in a form; 0 for any other. */
export function numberBeside({ ring }: Context, form: Form): bigint {
  const [factor] = form.factors;
  const plain = form.factors.length === 1 && factor.exponent === 1 && form.mono.atoms.length === 0;
  if (!plain || !form.scale.isInteger) return 0n;
  return (factor.poly.get(ring.monomials.one) ?? 0n) * form.scale.num;
}
