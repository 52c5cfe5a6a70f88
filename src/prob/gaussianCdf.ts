import { decay, type GaussianParameters } from "./gaussian.js";

/** Standard deviations from the mean beyond which the continued fraction takes over from the series. */
const tailFrom = 2;

/** Terms after which the continued fraction no longer moves a double, at `tailFrom` and beyond. */
const terms = 120;

/**
 * Probability that a Gaussian variable is at most x.
 *
 *     P(x | mu, sigma2) = ∫ from -∞ to x of p(t | mu, sigma2) dt
 *
 * @source Abramowitz & Stegun (1964), 26.2.11 near the mean and 26.2.14 in the tails
 * @param x the upper limit, in the unit of mu
 * @returns a probability, in the lower tail with all its digits
 * @throws RangeError if an argument is not finite, or sigma2 <= 0
 */
export function gaussianCdf(x: number, parameters: GaussianParameters): number {
  const [near, far] = decay("gaussianCdf", x, parameters);
  const density = (near / Math.sqrt(2 * Math.PI)) * far; // of z
  const z = (x - parameters.mu) / Math.sqrt(parameters.sigma2);
  if (Math.abs(z) < tailFrom) return 0.5 + density * series(z);
  const tail = density / continuedFraction(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}

/** z + z^3/3 + z^5/(3·5) + z^7/(3·5·7) + … */
function series(z: number): number {
  let term = z;
  let total = 0;
  for (let odd = 3; total + term !== total; odd += 2) {
    total += term;
    term *= (z * z) / odd;
  }
  return total;
}

/** z + 1/(z + 2/(z + 3/(z + …))) */
function continuedFraction(z: number): number {
  let value = z;
  for (let k = terms; k >= 1; k--) value = z + k / value;
  return value;
}
