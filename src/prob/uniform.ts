import { checkInteger } from "../num/index.js";
import { type Arithmetic, arithmeticOf, type Exact } from "./exact.js";

/** The interval of a uniform density; a < b. */
export interface Interval<T extends Exact> {
  a: T;
  b: T;
}

/**
 * Density of the uniform distribution.
 *
 *     p(x) = 1 / (b - a) on (a, b), else 0
 *
 * @source the notes, Ex-2.4, where the interval is called (c, d)
 * @throws RangeError unless a < b
 */
export function uniformPdf<T extends Exact>(x: T, { a, b }: Interval<T>): T {
  const ops = arithmeticOf<T>("uniformPdf", { x, a, b });
  checkInterval("uniformPdf", a, b, ops);
  const inside = ops.compare(x, a) > 0 && ops.compare(x, b) < 0;
  return inside ? ops.div(ops.from(1), ops.sub(b, a)) : ops.from(0);
}

/**
 * Raw moment of the uniform distribution; n = 1 is its mean, n = 2 its second moment.
 *
 *     E[x^n] = (b^(n+1) - a^(n+1)) / ((n+1)(b - a)) = (Σ_{k=0..n} a^k b^(n-k)) / (n+1)
 *
 * The sum has no cancellation where a and b are close, and no division by their difference.
 *
 * @eq uniform.mean
 * @eq uniform.second-moment
 * @source the notes, Ex-2.4
 * @param n order, an integer >= 0
 * @throws RangeError if n is out of range, or unless a < b
 */
export function uniformMoment<T extends Exact>(n: number, { a, b }: Interval<T>): T {
  const fn = "uniformMoment";
  checkInteger(fn, "n", n, { min: 0 });
  const ops = arithmeticOf<T>(fn, { a, b });
  checkInterval(fn, a, b, ops);
  // Horner in a: the k-th partial sum times a, plus the next power of b.
  let total = ops.from(1);
  let power = ops.from(1);
  for (let k = 1; k <= n; k++) {
    power = ops.mul(power, b);
    total = ops.add(ops.mul(total, a), power);
  }
  return ops.div(total, ops.from(n + 1));
}

/**
 * Variance of the uniform distribution.
 *
 *     var[x] = (b - a)^2 / 12
 *
 * @eq uniform.variance
 * @source follows from the notes' two moments, Ex-2.4
 * @throws RangeError unless a < b
 */
export function uniformVariance<T extends Exact>({ a, b }: Interval<T>): T {
  const ops = arithmeticOf<T>("uniformVariance", { a, b });
  checkInterval("uniformVariance", a, b, ops);
  const width = ops.sub(b, a);
  return ops.div(ops.mul(width, width), ops.from(12));
}

function checkInterval<T extends Exact>(fn: string, a: T, b: T, ops: Arithmetic<T>): void {
  if (ops.compare(a, b) >= 0) throw new RangeError(`${fn}: a must be < b, got a=${a}, b=${b}`);
}
