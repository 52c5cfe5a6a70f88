/**
 * Gaussian and uniform densities, Bayes' rule, expectations.
 *
 * @module rederive/prob
 */
export type { Exact } from "./exact.js";
export { bayes, type BinaryTest, binaryTest } from "./bayes.js";
export { expectation, independent, type Joint, marginals } from "./expectation.js";
export {
  gaussianLogLikelihood,
  gaussianLogPdf,
  gaussianMLE,
  type GaussianParameters,
  gaussianPdf,
} from "./gaussian.js";
export { gaussianCdf } from "./gaussianCdf.js";
export {
  type Interval,
  uniformMean,
  uniformMoment,
  uniformPdf,
  uniformVariance,
} from "./uniform.js";
