import {
  call,
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  times,
  toThe,
} from "../../tree/expression.js";
import type { LawName } from "./laws.js";

/** The mean of exp(t X), and what must be positive for it to be finite. */
export interface ExponentialMean {
  value: Expr;
  positive?: Expr;
}

const one = number(1n);
const exp = (of: Expr): Expr => call("exp", of);
const mixed = (p: Expr, t: Expr): Expr => sumOf(one, negate(p), times(p, exp(t)));

/** The means of exponentials, the moment generating functions of some laws. */
export const exponentialMeans: Partial<
  Record<LawName, (t: Expr, parameters: readonly Expr[]) => ExponentialMean>
> = {
  normal: (t, [mean, variance]) => ({
    value: exp(sumOf(times(mean, t), over(times(variance, toThe(t, number(2n))), number(2n)))),
  }),
  exponential: (t, [rate]) => ({
    value: over(rate, subtract(rate, t)),
    positive: subtract(rate, t),
  }),
  gamma: (t, [shape, rate]) => ({
    value: toThe(over(rate, subtract(rate, t)), shape),
    positive: subtract(rate, t),
  }),
  bernoulli: (t, [p]) => ({ value: mixed(p, t) }),
  binomial: (t, [n, p]) => ({ value: toThe(mixed(p, t), n) }),
  poisson: (t, [mean]) => ({ value: exp(times(mean, subtract(exp(t), one))) }),
};
