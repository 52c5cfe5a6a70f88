import { checkFinite, checkPositive, refuseKind, refuseValue, sum } from "../num/index.js";

/** Parameters of a Gaussian, in Bishop's letters. */
export interface GaussianParameters {
  /** Mean. */
  mu: number;
  /** Variance σ², > 0. */
  sigma2: number;
}

/**
 * Density of the Gaussian distribution.
 *
 *     p(x | mu, sigma2) = exp(-(x - mu)^2 / (2 sigma2)) / sqrt(2 pi sigma2)
 *
 * @source the notes, line A97; Bishop (2006), section 1.2.4
 * @throws RangeError if an argument is not finite, or sigma2 <= 0
 */
export function gaussianPdf(x: number, parameters: GaussianParameters): number {
  const { mu, sigma2 } = check("gaussianPdf", parameters);
  checkFinite("gaussianPdf", "x", x);
  const z = (x - mu) / Math.sqrt(sigma2);
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI * sigma2);
}

/**
 * Logarithm of the Gaussian density, right also where the density itself underflows.
 *
 *     log p(x | mu, sigma2) = -(x - mu)^2 / (2 sigma2) - log(2 pi sigma2) / 2
 *
 * @source the notes, line A97
 * @throws RangeError if an argument is not finite, or sigma2 <= 0
 */
export function gaussianLogPdf(x: number, parameters: GaussianParameters): number {
  const { mu, sigma2 } = check("gaussianLogPdf", parameters);
  checkFinite("gaussianLogPdf", "x", x);
  const z = (x - mu) / Math.sqrt(sigma2);
  return -(z * z) / 2 - (Math.log(2 * Math.PI) + Math.log(sigma2)) / 2;
}

/**
 * Log-likelihood of independent observations.
 *
 *     log p(D | mu, sigma2) = -N/2 log(2 pi sigma2) - 1/(2 sigma2) Σ_n (x_n - mu)^2
 *
 * @eq gaussian.log-likelihood
 * @source the notes, line A107
 * @param xs the N >= 1 observations
 * @throws RangeError if an argument is not finite, or sigma2 <= 0
 */
export function gaussianLogLikelihood(
  xs: readonly number[],
  parameters: GaussianParameters,
): number {
  const { mu, sigma2 } = check("gaussianLogLikelihood", parameters);
  checkSample("gaussianLogLikelihood", xs);
  const squares = sum(xs.map((x) => (x - mu) ** 2));
  return (-xs.length / 2) * (Math.log(2 * Math.PI) + Math.log(sigma2)) - squares / (2 * sigma2);
}

/**
 * Maximum-likelihood estimates of mean and variance.
 *
 *     mu_ML = 1/N Σ_n x_n,    sigma2_ML = 1/N Σ_n (x_n - mu_ML)^2
 *
 * Two passes over differences from the first observation, with the mean's rounding taken out of the squares, so that
 * a mean of 1e9 does not swallow a deviation of 1e-3.
 *
 * @eq gaussian.mu-ml
 * @eq gaussian.sigma2-ml
 * @source the notes, lines A113 and A117; Chan, Golub & LeVeque (1983) for the corrected two-pass form
 * @param xs the N >= 1 observations
 * @returns N, muML and sigma2ML (1/N, not 1/(N-1)); sigma2ML is 0 if all observations are equal
 * @throws RangeError if xs is empty or holds a value that is not finite
 */
export function gaussianMLE(xs: readonly number[]): { N: number; muML: number; sigma2ML: number } {
  checkSample("gaussianMLE", xs);
  const N = xs.length;
  const shifted = xs.map((x) => x - xs[0]);
  const offset = sum(shifted) / N;
  const residuals = shifted.map((value) => value - offset);
  const rest = sum(residuals);
  const squares = sum(residuals.map((value) => value * value));
  const sigma2ML = Math.max(0, (squares - (rest * rest) / N) / N);
  const muML = xs[0] + offset;
  for (const [name, value] of Object.entries({ muML, sigma2ML })) {
    if (!Number.isFinite(value))
      refuseValue("gaussianMLE", "xs", `be small enough that ${name} is a double`, value);
  }
  return { N, muML, sigma2ML };
}

function check(fn: string, { mu, sigma2 }: GaussianParameters): GaussianParameters {
  checkFinite(fn, "mu", mu);
  checkPositive(fn, "sigma2", sigma2);
  return { mu, sigma2 };
}

function checkSample(fn: string, xs: readonly number[]): void {
  if (!Array.isArray(xs) && !ArrayBuffer.isView(xs))
    refuseKind(fn, "xs", "be an array of numbers", xs);
  if (xs.length === 0) refuseValue(fn, "xs", "hold at least one observation", xs);
  xs.forEach((x, n) => checkFinite(fn, `xs[${n}]`, x));
}
