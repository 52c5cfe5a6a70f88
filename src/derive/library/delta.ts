import { Rational } from "../../num/index.js";
import { NoValue } from "../tree/errors.js";
import { number, subtract } from "../tree/expression.js";
import { subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { asRational, constant, type Form, isZero, negated } from "../form/ring/form.js";
import { opaque } from "../form/opaque.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

export const delta: FunctionDefinition = {
  name: "delta",
  arity: 2,
  meaning: "1 where x and y are equal, else 0",
  value(math, i, j) {
    const side = math.sign(math.add(i, math.neg(j)));
    if (side === undefined) throw new NoValue("the values in a delta cannot be told apart");
    return Rational.of(side === 0 ? 1n : 0n);
  },
  normal: deltaForm,
  domain: everywhere,
  sign: () => ({ side: 1, weak: true }),
  integer: "always",
  jumps: (x, y) => [{ of: subtract(x, y), at: "zero", there: () => number(1n) }],
  examples: [
    { claim: "delta(i, j) = delta(j, i)", grade: "proved" },
    { claim: "sum(delta(i, 2)*x[i], i, 1, 3) = x[2]", grade: "proved" },
    { claim: "delta(i, j) = 1", grade: "refuted" },
  ],
};

/** Kronecker's delta, as that of a difference and 0. */
export function deltaForm(ctx: Context, i: Form, j: Form): Form {
  const { ring } = ctx;
  const gap = subtractForms(ring, i, j);
  if (isZero(gap)) return constant(ring, 1n);
  if (asRational(gap)) return constant(ring, 0n);
  const [one] = [gap, negated(gap)].sort((a, b) => (ring.key(a) < ring.key(b) ? -1 : 1));
  return opaque(ctx, "delta", [one, constant(ring, 0n)]);
}
