import { checkInteger, checkKeys, refuseValue } from "../num/check.js";
import { Rational } from "../num/rational.js";
import { type Exact, exactly, type Exactly } from "./exact.js";

/** The interval of a uniform density; a < b. */
export interface Interval<T extends Exact> {
  a: T;
  b: T;
}

/** Powers beyond this take seconds and more. */
const largestOrder = 10_000;

/**
 * Density of the uniform distribution.
 *
 *     p(x) = 1 / (b - a) on (a, b), else 0
 *
 * @source the notes, Ex-2.4, where the interval is called (c, d)
 * @param x where, in the unit of a and b
 * @returns exact rationals in, exact rationals out; doubles are rounded once
 * @throws RangeError unless a < b
 */
export function uniformPdf<T extends Exact>(x: T, interval: Interval<T>): T {
  const { values, width, give } = read("uniformPdf", interval, [["x", x]]);
  const [a, b, at] = values;
  const inside = at.compare(a) > 0 && at.compare(b) < 0;
  return give(inside ? width.inv() : Rational.of(0n));
}

/**
 * Mean of the uniform distribution.
 *
 *     E[x] = (a + b) / 2
 *
 * @eq uniform.mean
 * @source the notes, Ex-2.4
 * @returns exact rationals in, exact rationals out; doubles are rounded once
 * @throws RangeError unless a < b
 */
export function uniformMean<T extends Exact>(interval: Interval<T>): T {
  const { values, give } = read("uniformMean", interval);
  const [a, b] = values;
  return give(a.add(b).div(Rational.of(2n)));
}

/**
 * Raw moment of the uniform distribution: n = 0 gives 1, n = 1 the mean, n = 2 the second moment.
 *
 *     E[x^n] = (b^(n+1) - a^(n+1)) / ((n+1)(b - a))
 *
 * The difference of powers cancels nothing away, since it is formed of exact fractions.
 *
 * @eq uniform.second-moment
 * @source the notes, Ex-2.4, for n = 1 and 2
 * @param n order, an integer from 0 to 10000
 * @returns exact rationals in, exact rationals out; doubles are rounded once, beyond their range to an infinity
 * @throws RangeError if n is out of range, or unless a < b
 */
export function uniformMoment<T extends Exact>(n: number, interval: Interval<T>): T {
  const fn = "uniformMoment";
  checkInteger(fn, "n", n, { min: 0 });
  if (n > largestOrder) refuseValue(fn, "n", `be at most ${largestOrder}`, n);
  const { values, ratio } = read(fn, interval);
  // Over their common denominator: a = left / under, b = right / under.
  const [a, b] = values;
  const [left, right, under] = [a.num * b.den, b.num * a.den, a.den * b.den];
  const order = BigInt(n);
  const difference = right ** (order + 1n) - left ** (order + 1n);
  return ratio(difference, (order + 1n) * (right - left) * under ** order);
}

/**
 * Variance of the uniform distribution.
 *
 *     var[x] = (b - a)^2 / 12
 *
 * @eq uniform.variance
 * @source follows from the notes' two moments, Ex-2.4
 * @returns exact rationals in, exact rationals out; doubles are rounded once
 * @throws RangeError unless a < b
 */
export function uniformVariance<T extends Exact>(interval: Interval<T>): T {
  const { width, give } = read("uniformVariance", interval);
  return give(width.pow(2).div(Rational.of(12n)));
}

interface ReadInterval<T extends Exact> extends Exactly<T> {
  width: Rational;
}

function read<T extends Exact>(
  fn: string,
  interval: Interval<T>,
  more: readonly (readonly [string, T])[] = [],
): ReadInterval<T> {
  checkKeys(fn, "interval", interval, ["a", "b"]);
  const { a, b } = interval;
  const exact = exactly(fn, [["a", a], ["b", b], ...more]);
  const width = exact.values[1].sub(exact.values[0]);
  if (width.sign <= 0) throw new RangeError(`${fn}: a must be < b, got a=${a}, b=${b}`);
  return { ...exact, width };
}
