import { checkFinite, checkKeys, checkPositive, refuseKind, refuseValue } from "../num/check.js";
import { commonFraction, doubleFraction, nearestDouble } from "../num/nearestDouble.js";

/** Parameters of a Gaussian, in Bishop's letters. */
export interface GaussianParameters {
  /** Mean. */
  mu: number;
  /** Variance σ², > 0. */
  sigma2: number;
}

const log2Pi = 1.8378770664093456; // logarithm of 2π

/**
 * Density of the Gaussian distribution.
 *
 *     p(x | mu, sigma2) = exp(-(x - mu)^2 / (2 sigma2)) / sqrt(2 pi sigma2)
 *
 * @source the notes, line A97; Bishop (2006), section 1.2.4
 * @param x where, in the unit of mu
 * @returns within a few roundings of the density; 0 where that is below the smallest double
 * @throws RangeError if an argument is not finite, or sigma2 <= 0
 */
export function gaussianPdf(x: number, parameters: GaussianParameters): number {
  const [near, far] = decay("gaussianPdf", x, parameters);
  return (near / Math.sqrt(2 * Math.PI) / Math.sqrt(parameters.sigma2)) * far;
}

/** exp(-(x - mu)^2 / (2 sigma2)) as two factors, since their product may underflow where the density does not. */
export function decay(fn: string, x: number, parameters: GaussianParameters): [number, number] {
  check(fn, parameters);
  checkFinite(fn, "x", x);
  const { num, den } = exponent([x], parameters);
  const q = nearestDouble(num, den);
  if (q === Infinity) return [0, 0];
  // Far out the rounding of q alone would cost three digits of exp(-q): take back what it lost.
  const rounded = doubleFraction(q);
  const rest = nearestDouble(num * rounded.den - rounded.num * den, den * rounded.den);
  const half = Math.exp(-q / 2);
  return [half, half * (1 - rest)];
}

/**
 * Logarithm of the Gaussian density, right also where the density itself underflows.
 *
 *     log p(x | mu, sigma2) = -log(2 pi sigma2) / 2 - (x - mu)^2 / (2 sigma2)
 *
 * @source the notes, line A97
 * @param x where, in the unit of mu
 * @throws RangeError if an argument is not finite, or sigma2 <= 0
 */
export function gaussianLogPdf(x: number, parameters: GaussianParameters): number {
  check("gaussianLogPdf", parameters);
  checkFinite("gaussianLogPdf", "x", x);
  return logLikelihood([x], parameters);
}

/**
 * Log-likelihood of independent observations.
 *
 *     log p(D | mu, sigma2) = -N/2 log(2 pi sigma2) - 1/(2 sigma2) Σ_n (x_n - mu)^2
 *
 * The sum is exact and rounded once.
 *
 * @eq gaussian.log-likelihood
 * @source the notes, line A107
 * @param xs the N >= 1 observations
 * @returns natural logarithm; -Infinity where it is beyond the largest double
 * @throws RangeError if xs is empty, an argument is not finite, or sigma2 <= 0
 */
export function gaussianLogLikelihood(
  xs: readonly number[],
  parameters: GaussianParameters,
): number {
  check("gaussianLogLikelihood", parameters);
  checkSample("gaussianLogLikelihood", xs);
  return logLikelihood(xs, parameters);
}

/**
 * Maximum-likelihood estimates of mean and variance.
 *
 *     mu_ML = 1/N Σ_n x_n,    sigma2_ML = 1/N Σ_n (x_n - mu_ML)^2 = (N Σ_n x_n^2 - (Σ_n x_n)^2) / N^2
 *
 * Doubles are fractions over a power of two. Both sums are formed of these fractions exactly and rounded once, so that
 * a mean of 1e9 does not swallow a deviation of 1e-3.
 *
 * @eq gaussian.mu-ml
 * @eq gaussian.sigma2-ml
 * @source the notes, lines A113 and A117
 * @param xs the N >= 1 observations
 * @returns N, muML and sigma2ML (1/N, not 1/(N-1)); sigma2ML is 0 if all observations are equal, and infinite where it
 *   is beyond the largest double
 * @throws RangeError if xs is empty or holds a value that is not finite
 */
export function gaussianMLE(xs: readonly number[]): { N: number; muML: number; sigma2ML: number } {
  checkSample("gaussianMLE", xs);
  const { nums, den } = commonFraction(Array.from(xs));
  const N = BigInt(nums.length);
  const sum = nums.reduce((total, x) => total + x, 0n);
  const squares = nums.reduce((total, x) => total + x * x, 0n);
  return {
    N: nums.length,
    muML: nearestDouble(sum, N * den),
    sigma2ML: nearestDouble(N * squares - sum * sum, (N * den) ** 2n),
  };
}

function logLikelihood(xs: readonly number[], parameters: GaussianParameters): number {
  const { num, den } = exponent(xs, parameters);
  return (-xs.length / 2) * (log2Pi + Math.log(parameters.sigma2)) - nearestDouble(num, den);
}

/** Σ_n (x_n - mu)^2 / (2 sigma2), exactly. */
function exponent(
  xs: readonly number[],
  { mu, sigma2 }: GaussianParameters,
): { num: bigint; den: bigint } {
  const { nums, den } = commonFraction([mu, ...xs]);
  const [centre, ...points] = nums;
  const squares = points.reduce((total, x) => total + (x - centre) ** 2n, 0n);
  const variance = doubleFraction(sigma2);
  return { num: squares * variance.den, den: 2n * variance.num * den * den };
}

function check(fn: string, parameters: GaussianParameters): void {
  checkKeys(fn, "parameters", parameters, ["mu", "sigma2"]);
  checkFinite(fn, "mu", parameters.mu);
  checkPositive(fn, "sigma2", parameters.sigma2);
}

function checkSample(fn: string, xs: readonly number[]): void {
  if (!Array.isArray(xs) && !(ArrayBuffer.isView(xs) && "length" in xs)) {
    refuseKind(fn, "xs", "be an array of numbers", xs);
  }
  if (xs.length === 0) refuseValue(fn, "xs", "hold at least one observation", xs);
  for (let n = 0; n < xs.length; n++) checkFinite(fn, `xs[${n}]`, xs[n]);
}
