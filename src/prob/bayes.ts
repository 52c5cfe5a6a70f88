import { refuseKind } from "../num/index.js";
import { arithmeticOf, checkProbability, type Exact } from "./exact.js";

/** A test for an illness, by its rates and the prevalence. */
export interface BinaryTest<T extends Exact> {
  /** p(C=1), in [0, 1]. */
  prior: T;
  /** α = p(T=1 | C=1), in [0, 1]. */
  truePositive: T;
  /** β = p(T=1 | C=0), in [0, 1]. */
  falsePositive: T;
}

/**
 * Posterior of the illness after a positive test.
 *
 *     p(C=1 | T=1) = α π / (α π + β (1 - π))
 *
 * @eq bayes.posterior
 * @source the notes, Ex-2.1; Bishop (2006), section 1.2.3
 * @returns the evidence p(T=1) and the posterior; exact rationals in, exact rationals out
 * @throws RangeError if a probability lies outside [0, 1], or no cause makes a positive test possible
 */
export function binaryTest<T extends Exact>(test: BinaryTest<T>): { evidence: T; posterior: T } {
  const fn = "binaryTest";
  const { prior, truePositive, falsePositive } = test;
  const ops = arithmeticOf<T>(fn, { prior, truePositive, falsePositive });
  for (const [name, value] of Object.entries({ prior, truePositive, falsePositive })) {
    checkProbability(fn, name, value, ops);
  }
  const ill = ops.mul(truePositive, prior);
  const healthy = ops.mul(falsePositive, ops.sub(ops.from(1), prior));
  const evidence = ops.add(ill, healthy);
  if (ops.compare(evidence, ops.from(0)) === 0) {
    throw new RangeError(
      `${fn}: evidence must be > 0, got 0: no cause makes a positive test possible`,
    );
  }
  return { evidence, posterior: ops.div(ill, evidence) };
}

/**
 * Posteriors of any number of exclusive causes.
 *
 *     p(c | t) = p(t | c) p(c) / Σ_k p(t | k) p(k)
 *
 * @param priors p(c), each in [0, 1], together 1 (doubles: within 1e-12)
 * @param likelihoods p(t | c), each in [0, 1], one a cause
 * @throws RangeError if a probability is out of range, the priors do not sum to 1, or the evidence is 0
 */
export function bayes<T extends Exact>(
  priors: readonly T[],
  likelihoods: readonly T[],
): { evidence: T; posteriors: T[] } {
  const fn = "bayes";
  if (!Array.isArray(priors) || priors.length === 0)
    refuseKind(fn, "priors", "be a non-empty array", priors);
  if (!Array.isArray(likelihoods) || likelihoods.length !== priors.length) {
    refuseKind(
      fn,
      "likelihoods",
      `be an array of ${priors.length}, one for each prior`,
      likelihoods,
    );
  }
  const named = Object.fromEntries([
    ...priors.map((value, i) => [`priors[${i}]`, value]),
    ...likelihoods.map((value, i) => [`likelihoods[${i}]`, value]),
  ]) as Record<string, T>;
  const ops = arithmeticOf<T>(fn, named);
  for (const [name, value] of Object.entries(named)) checkProbability(fn, name, value, ops);
  const total = priors.reduce((sum, prior) => ops.add(sum, prior), ops.from(0));
  const off =
    typeof total === "number" ? Math.abs(total - 1) > 1e-12 : ops.compare(total, ops.from(1)) !== 0;
  if (off) throw new RangeError(`${fn}: priors must sum to 1, got ${total}`);
  const joint = priors.map((prior, i) => ops.mul(prior, likelihoods[i]));
  const evidence = joint.reduce((sum, term) => ops.add(sum, term), ops.from(0));
  if (ops.compare(evidence, ops.from(0)) === 0) {
    throw new RangeError(
      `${fn}: evidence must be > 0, got 0: no cause makes the observation possible`,
    );
  }
  return { evidence, posteriors: joint.map((term) => ops.div(term, evidence)) };
}
