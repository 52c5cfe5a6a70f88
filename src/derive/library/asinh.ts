import { logarithm } from "../functions/logarithm.js";
import { rootOf } from "../functions/roots.js";
import { add } from "../form/ring/addition.js";
import { constant, multiply, negated } from "../form/ring/form.js";
import { call, number, over, sumOf, toThe } from "../tree/expression.js";
import { Rational } from "../../num/index.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

const one = Rational.of(1n);

export const asinh: FunctionDefinition = {
  name: "asinh",
  arity: 1,
  meaning: "log(x + sqrt(x^2 + 1))",
  value(math, x) {
    const sum = (of: typeof x) =>
      math.log(math.add(of, math.sqrt(math.add(math.mul(of, of), one))));
    return (math.sign(x) ?? 1) < 0 ? math.neg(sum(math.neg(x))) : sum(x);
  },
  normal(ctx, x) {
    const { ring } = ctx;
    const isTurned = x.scale.sign < 0;
    const own = isTurned ? negated(x) : x;
    const square = add(ring, multiply(ring, own, own), constant(ring, one));
    const found = logarithm(ctx, add(ring, own, rootOf(ctx, square, Rational.of(1n, 2n))));
    return isTurned ? negated(found) : found;
  },
  partials: (x) => [over(number(1n), call("sqrt", sumOf(toThe(x, number(2n)), number(1n))))],
  domain: everywhere,
  sign: (signs, x) => signs.sign(x),
  examples: [
    { claim: "sinh(asinh(x)) = x", grade: "proved" },
    { claim: "asinh(-x) = -asinh(x)", grade: "proved" },
    { claim: "D(asinh(x), x) = 1/sqrt(x^2 + 1)", grade: "proved" },
    { claim: "asinh(x) = asin(x)", given: ["-1 <= x <= 1"], grade: "refuted" },
  ],
};
