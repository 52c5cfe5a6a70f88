import { type Expr, number, over, sumOf, times, toThe } from "../../tree/expression.js";

/** The k-th moment of a law in its parameters, k from 1. */
export type Moment = (k: number, parameters: readonly Expr[]) => Expr;

const one = number(1n);
const less = (expr: Expr): Expr => sumOf(one, times(number(-1n), expr));
const power = (base: Expr, k: number): Expr => (k === 0 ? one : toThe(base, number(k)));
const product = (factors: Expr[]): Expr => (factors.length ? times(...factors) : one);
const upTo = (k: number): number[] => Array.from({ length: k }, (_, j) => j);

/** E X^k = mu E X^(k - 1) + (k - 1) sigma^2 E X^(k - 2), by parts. */
export const ofNormal: Moment = (k, [mean, variance]) => {
  let [before, last]: Expr[] = [one, mean];
  for (let j = 2; j <= k; j++)
    [before, last] = [
      last,
      sumOf(times(mean, last), times(number(BigInt(j - 1)), variance, before)),
    ];
  return last;
};

/** (b^(k + 1) - a^(k + 1))/((k + 1)(b - a)), divided out. */
export const ofUniform: Moment = (k, [a, b]) =>
  over(
    sumOf(...upTo(k + 1).map((j) => times(power(a, j), power(b, k - j)))),
    number(BigInt(k + 1)),
  );

/** s (s + 1) … (s + k - 1)/r^k, for the shape s and the rate r. */
export const ofGamma: Moment = (k, [shape, rate]) => over(rising(shape, k), power(rate, k));

export const ofExponential: Moment = (k, [rate]) => ofGamma(k, [one, rate]);

export const ofBeta: Moment = (k, [a, b]) => over(rising(a, k), rising(sumOf(a, b), k));

export const ofBernoulli: Moment = (_, [p]) => p;

/** From the factorial moments n (n - 1) … (n - j + 1) p^j. */
export const ofBinomial: Moment = (k, [n, p]) =>
  fromFactorial(k, (j) => times(falling(n, j), power(p, j)));

/** From the factorial moments lambda^j. */
export const ofPoisson: Moment = (k, [mean]) => fromFactorial(k, (j) => power(mean, j));

/** The number of trials up to the first success; from the factorial moments j! (1 - p)^(j - 1)/p^j. */
export const ofTrials: Moment = (k, [p]) =>
  fromFactorial(k, (j) => over(times(factorial(j), power(less(p), j - 1)), power(p, j)));

/** The number of failures before the first success; from the factorial moments j! (1 - p)^j/p^j. */
export const ofFailures: Moment = (k, [p]) =>
  fromFactorial(k, (j) => over(times(factorial(j), power(less(p), j)), power(p, j)));

const shifted = (base: Expr, by: number): Expr =>
  by === 0 ? base : sumOf(base, number(BigInt(by)));
const rising = (base: Expr, k: number): Expr => product(upTo(k).map((j) => shifted(base, j)));
const falling = (base: Expr, k: number): Expr => product(upTo(k).map((j) => shifted(base, -j)));
const factorial = (k: number): Expr => number(upTo(k).reduce((all, j) => all * BigInt(j + 1), 1n));

/** E X^k as the sum of the factorial moments with Stirling's numbers of the second kind. */
const fromFactorial = (k: number, moment: (j: number) => Expr): Expr =>
  sumOf(...upTo(k).map((j) => times(number(stirling(k, j + 1)), moment(j + 1))));

function stirling(k: number, j: number): bigint {
  if (j > k || j === 0) return j === k ? 1n : 0n;
  return BigInt(j) * stirling(k - 1, j) + stirling(k - 1, j - 1);
}
