import { NoValue } from "../tree/errors.js";
import { Rational } from "../../num/index.js";
import { number, over } from "../tree/expression.js";
import { divide, isZero } from "../form/ring/form.js";
import { absolute } from "../functions/absolute.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const sign: FunctionDefinition = {
  name: "sign",
  arity: 1,
  meaning: "-1, 0 or 1, as x is negative, 0 or positive",
  value(math, x) {
    const side = math.sign(x);
    if (side === undefined) throw new NoValue("a value cannot be told from 0, and so has no sign");
    return Rational.of(BigInt(side));
  },
  /** u/|u|, which leaves the condition that u is not 0. */
  normal(ctx, x) {
    if (isZero(x)) return x;
    ctx.applied.add("sign-as-quotient");
    ctx.suppose(x, "nonzero", "the sign of 0 is 0", { pointwise: true });
    return divide(ctx.ring, x, absolute(ctx, x));
  },
  partials: (x) => [over(number(0n), x)],
  jumps: (x) => [{ of: x, at: "zero", there: (zero) => zero }],
  domain: (x) => [{ expr: x, inside: "nonzero" }],
  ofMatrices: true,
  examples: [
    { claim: "sign(x)*abs(x) = x", given: ["x != 0"], grade: "proved" },
    { claim: "sign(-x) = -sign(x)", given: ["x != 0"], grade: "proved" },
    { claim: "sign(x) = 1", grade: "refuted" },
  ],
};
