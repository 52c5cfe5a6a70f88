/** Rules about random variables: their means, variances and distributions. */
export const random = {
  "linearity-of-mean": {
    rule: "The mean of a sum is the sum of the means, and what does not depend on chance comes out",
    sideCondition: "the variables are declared, and the means are finite, a condition",
  },
  "mean-of-independent-product": {
    rule: "The mean of a product of independent variables is the product of their means",
    sideCondition: "one statement of independence speaks of all that stands in the product",
  },
  "moments-of-law": {
    rule: "A moment of a variable with a named distribution is written by its parameters",
    sideCondition: "the parameters are those of a distribution, as assumed by naming it",
  },
  "total-expectation": {
    rule: "The mean of a mean under a condition is the mean",
    sideCondition: "what stands beside it is a function of the condition",
  },
  "normal-conditioning": {
    rule: "The mean of a normal variable under another one is linear in that one",
    sideCondition: "they are declared to be jointly normal, and the variance of the other is not 0",
  },
  "entropy-of-weights": {
    rule: "Entropies and divergences of weights are sums, and a divergence is not negative",
    sideCondition: "the weights are declared: positive, over one range, with the sum 1",
  },
  "drawn-distribution": {
    rule: "The claim fails under a distribution of a few values",
    sideCondition: "the assumptions admit the distribution, and means are sums over its values",
  },
} as const;
