import { type Expr, negate, number, sumOf } from "../../tree/expression.js";
import {
  type Moment,
  ofBernoulli,
  ofBeta,
  ofBinomial,
  ofExponential,
  ofFailures,
  ofGamma,
  ofNormal,
  ofPoisson,
  ofTrials,
  ofUniform,
} from "./moments.js";

/** A named family of distributions. */
export interface Law {
  /** How it is written, the first one in messages. */
  spellings: readonly string[];
  /** What its parameters are, in words. */
  parameters: readonly string[];
  moment: Moment;
  /** What its parameters must be: each expression is positive, or not negative. */
  demands: (parameters: readonly Expr[]) => { expr: Expr; relation: ">" | ">=" }[];
  /** The parameter that is a whole number. */
  whole?: number;
}

const positive = (expr: Expr) => ({ expr, relation: ">" as const });
const least = (expr: Expr) => ({ expr, relation: ">=" as const });
const below1 = (expr: Expr): Expr => sumOf(number(1n), negate(expr));
const probability = ([p]: readonly Expr[]) => [least(p), least(below1(p))];
const allPositive = (parameters: readonly Expr[]) => parameters.map(positive);

/** Every law that is known by name. */
export const laws = {
  normal: {
    spellings: ["Normal", "N", "Gaussian"],
    parameters: ["the mean", "the variance"],
    moment: ofNormal,
    demands: ([, variance]) => deviations(variance).map(positive),
  },
  uniform: {
    spellings: ["Uniform", "U", "Unif"],
    parameters: ["the lower end", "the upper end"],
    moment: ofUniform,
    demands: ([a, b]) => [positive(sumOf(b, negate(a)))],
  },
  exponential: {
    spellings: ["Exponential", "Exp", "Expon"],
    parameters: ["the rate"],
    moment: ofExponential,
    demands: allPositive,
  },
  gamma: {
    spellings: ["Gamma", "Gam"],
    parameters: ["the shape", "the rate"],
    moment: ofGamma,
    demands: allPositive,
  },
  beta: {
    spellings: ["Beta"],
    parameters: ["the first shape", "the second shape"],
    moment: ofBeta,
    demands: allPositive,
  },
  bernoulli: {
    spellings: ["Bernoulli", "Bern", "Ber"],
    parameters: ["the probability"],
    moment: ofBernoulli,
    demands: probability,
  },
  binomial: {
    spellings: ["Binomial", "Bin", "Binom"],
    parameters: ["the number of trials", "the probability"],
    moment: ofBinomial,
    demands: ([n, p]) => [least(n), ...probability([p])],
    whole: 0,
  },
  poisson: {
    spellings: ["Poisson", "Pois", "Poi"],
    parameters: ["the mean"],
    moment: ofPoisson,
    demands: allPositive,
  },
  trials: {
    spellings: ["GeometricFrom1"],
    parameters: ["the probability"],
    moment: ofTrials,
    demands: ([p]) => [positive(p), least(below1(p))],
  },
  failures: {
    spellings: ["GeometricFrom0"],
    parameters: ["the probability"],
    moment: ofFailures,
    demands: ([p]) => [positive(p), least(below1(p))],
  },
} satisfies Record<string, Law>;

export type LawName = keyof typeof laws;

/** What is positive where a variance is: it, and the deviation that it is the square of. */
function deviations(variance: Expr): Expr[] {
  const isSquare =
    variance.kind === "pow" &&
    variance.left.kind === "symbol" &&
    variance.right.kind === "number" &&
    `${variance.right.value}` === "2";
  return isSquare ? [variance, variance.left] : [variance];
}
