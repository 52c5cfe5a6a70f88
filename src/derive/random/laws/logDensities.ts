import {
  call,
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  symbol,
  times,
  toThe,
} from "../../tree/expression.js";
import type { LawName } from "./laws.js";

/** The logarithm of a density, or of the probability of a value, within its support. */
export interface LogDensity {
  /** What is a polynomial in the value. */
  rest: Expr;
  /** What else stands in it; the same for all parameters but those it speaks of. */
  base?: Expr;
  /** Where the value lies, in words that go on from it; nothing where a logarithm demands it, or it may be any number. */
  support?: string;
  /** What is not negative in the support. */
  least?: Expr;
}

const one = number(1n);
const two = number(2n);
const log = (of: Expr): Expr => call("log", of);
const less = (p: Expr): Expr => subtract(one, p);
const less1 = (shape: Expr): Expr => subtract(shape, one);

/** Of the laws whose logarithm is a polynomial in the value, up to what all parameters have in common. */
export const logDensities: Partial<
  Record<LawName, (value: Expr, parameters: readonly Expr[]) => LogDensity>
> = {
  normal: (x, [mean, variance]) => ({
    rest: sumOf(
      negate(over(toThe(subtract(x, mean), two), times(two, variance))),
      negate(over(log(times(two, symbol("pi"), variance)), two)),
    ),
  }),
  uniform: (_, [a, b]) => ({
    rest: negate(log(subtract(b, a))),
    support: "lies between the ends",
  }),
  exponential: (x, [rate]) => ({
    rest: subtract(log(rate), times(rate, x)),
    support: "is not negative",
    least: x,
  }),
  gamma: (x, [shape, rate]) => ({
    rest: sumOf(times(shape, log(rate)), times(less1(shape), log(x)), negate(times(rate, x))),
    base: negate(log(call("Gamma", shape))),
  }),
  beta: (x, [a, b]) => ({
    rest: sumOf(times(less1(a), log(x)), times(less1(b), log(less(x)))),
    base: sumOf(
      log(call("Gamma", sumOf(a, b))),
      negate(log(call("Gamma", a))),
      negate(log(call("Gamma", b))),
    ),
  }),
  bernoulli: (x, [p]) => ({
    rest: sumOf(times(x, log(p)), times(less(x), log(less(p)))),
    support: "is 0 or 1",
  }),
  binomial: (x, [n, p]) => ({
    rest: sumOf(times(x, log(p)), times(subtract(n, x), log(less(p)))),
    base: log(call("binomial", n, x)),
    support: "is a whole number up to the number of trials",
  }),
  poisson: (x, [mean]) => ({
    rest: subtract(times(x, log(mean)), mean),
    base: negate(log(call("factorial", x))),
  }),
  trials: (x, [p]) => ({
    rest: sumOf(log(p), times(subtract(x, one), log(less(p)))),
    support: "is a positive whole number",
  }),
  failures: (x, [p]) => ({
    rest: sumOf(log(p), times(x, log(less(p)))),
    support: "is a whole number, not negative",
  }),
};
