import { checkKeys, refuseKind } from "../num/check.js";
import type { Rational } from "../num/rational.js";
import {
  checkProbability,
  checkTotal,
  complement,
  type Exact,
  exactly,
  type Exactly,
  total,
} from "./exact.js";

/** A test for an illness, by its rates and the prevalence. */
export interface BinaryTest<T extends Exact> {
  /** π = p(C=1), in [0, 1]. */
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
 * @throws TypeError if rationals and doubles are mixed
 */
export function binaryTest<T extends Exact>(test: BinaryTest<T>): { evidence: T; posterior: T } {
  const fn = "binaryTest";
  const names = ["prior", "truePositive", "falsePositive"] as const;
  checkKeys(fn, "test", test, names);
  const args = names.map((name) => [name, test[name]] as const);
  const exact = exactly(fn, args);
  exact.values.forEach((value, i) => checkProbability(fn, names[i], value, test[names[i]]));
  const [prior, truePositive, falsePositive] = exact.values;
  const joint = [truePositive.mul(prior), falsePositive.mul(complement(prior))];
  const { evidence, posteriors } = posterior(fn, joint, exact);
  return { evidence, posterior: posteriors[0] };
}

/**
 * Posteriors of any number of exclusive causes.
 *
 *     p(c | t) = p(t | c) p(c) / Σ_k p(t | k) p(k)
 *
 * @source Bishop (2006), section 1.2
 * @param priors p(c), each in [0, 1], together 1 (doubles: within 1e-12)
 * @param likelihoods p(t | c), each in [0, 1], one a cause
 * @returns the evidence p(t) and the posteriors; exact rationals in, exact rationals out
 * @throws RangeError if a probability is out of range, the priors do not sum to 1, or the evidence is 0
 * @throws TypeError if rationals and doubles are mixed
 */
export function bayes<T extends Exact>(
  priors: readonly T[],
  likelihoods: readonly T[],
): { evidence: T; posteriors: T[] } {
  const fn = "bayes";
  if (!Array.isArray(priors) || priors.length === 0) {
    refuseKind(fn, "priors", "be an array of at least one probability", priors);
  }
  if (!Array.isArray(likelihoods) || likelihoods.length !== priors.length) {
    refuseKind(
      fn,
      "likelihoods",
      `be an array of ${priors.length}, one for each prior`,
      likelihoods,
    );
  }
  const args = [
    ...priors.map((value, i) => [`priors[${i}]`, value] as const),
    ...likelihoods.map((value, i) => [`likelihoods[${i}]`, value] as const),
  ];
  const exact = exactly<T>(fn, args);
  exact.values.forEach((value, i) => checkProbability(fn, args[i][0], value, args[i][1]));
  const before = exact.values.slice(0, priors.length);
  checkTotal(fn, "priors", before, exact);
  const joint = before.map((prior, i) => prior.mul(exact.values[priors.length + i]));
  return posterior(fn, joint, exact);
}

/** What is seen, together with each cause, over what is seen at all. */
function posterior<T extends Exact>(
  fn: string,
  joint: readonly Rational[],
  { give }: Exactly<T>,
): { evidence: T; posteriors: T[] } {
  const evidence = total(joint);
  if (evidence.sign === 0) {
    throw new RangeError(
      `${fn}: evidence must be > 0, got 0: no cause makes the observation possible`,
    );
  }
  return { evidence: give(evidence), posteriors: joint.map((term) => give(term.div(evidence))) };
}
