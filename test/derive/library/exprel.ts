import { Rational } from "../../../src/num/index.js";
import { call, number, over, subtract, sumOf } from "../../../src/derive/tree/expression.js";
import { constant, divide, isZero } from "../../../src/derive/form/ring/form.js";
import { subtractForms } from "../../../src/derive/form/ring/addition.js";
import { opaque } from "../../../src/derive/form/opaque.js";
import { exponential } from "../../../src/derive/functions/exponential.js";
import type { FunctionDefinition } from "../../../src/derive/library/shared/definition.js";

const one = number(1n);

export const exprel: FunctionDefinition = {
  name: "exprel",
  arity: 1,
  meaning: "(exp(x) - 1)/x, and 1 at 0",
  value: (math, x) =>
    math.sign(x) === 0 ? math.exp(x) : math.div(math.add(math.exp(x), Rational.of(-1n)), x),
  /** 1 at 0, and the quotient where x is known not to be 0; else an atom. */
  normal(ctx, x) {
    const { ring } = ctx;
    if (isZero(x)) return constant(ring, 1n);
    if (!ctx.signs.nonzero(x)) return opaque(ctx, "exprel", [x]);
    return divide(ring, subtractForms(ring, exponential(ctx, x), constant(ring, 1n)), x);
  },
  partials: (x) => [over(subtract(call("exp", x), call("exprel", x)), x)],
  domain: (x) => [{ expr: x, inside: "nonzero" }],
  known: (value, x) => [
    { expr: value, relation: ">" },
    { expr: subtract(value, sumOf(one, over(x, number(2n)))), relation: ">=" },
  ],
  examples: [
    { claim: "exprel(0) = 1", grade: "proved" },
    { claim: "exprel(log(2)) = 1/log(2)", grade: "proved" },
    { claim: "exprel(1/2) ≈ 1.2974", grade: "proved" },
    { claim: "x*exprel(x) = exp(x) - 1", given: ["x != 0"], grade: "proved" },
    { claim: "D(exprel(x), x) = (exp(x) - exprel(x))/x", given: ["x != 0"], grade: "proved" },
    { claim: "0 < exprel(x)", grade: "proved" },
    { claim: "1 + x/2 <= exprel(x)", grade: "proved" },
    { claim: "exprel(-x) = exp(-x)*exprel(x)", grade: "tested" },
    { claim: "exprel(x) = exp(x)/x", given: ["x != 0"], grade: "refuted" },
    { claim: "exprel(x) <= 2", grade: "refuted" },
  ],
};
