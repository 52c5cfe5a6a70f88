/** What is known of functions far out or near a place. */
export const limits = {
  "limit-by-leading-term": {
    rule: "A limit is read off the first term of an expansion in powers of the part that changes fastest (Gruntz)",
    sideCondition:
      "the first coefficient is not 0 and what stands under roots and logarithms is positive near the place; the signs of parameters are known, or supposed as conditions",
  },
  "two-sided-limit": {
    rule: "A limit at a place is that from above and that from below",
    sideCondition: "both are the same; the function has values on both sides",
  },
  "limit-of-wave": {
    rule: "A sine or a cosine of what grows, and what a floor takes off, is any value between its bounds",
    sideCondition:
      "it counts for the limit only where another factor tends to 0; that there is no limit is said where it comes back to two different values",
  },
  "growth-by-limit": {
    rule: "f = O(g), o(g), Theta(g) and Omega(g) by the first term of f/g, and f ~ g by its limit",
    sideCondition:
      "one name grows, or goes where an assumption says; the coefficient of the first term has a known sign, but for O",
  },
  "growth-by-bound": {
    rule: "f = O(g) in several names, since |f| <= c g for a number c",
    sideCondition: "all names grow together, and the inequality is shown where each is at least 2",
  },
  "power-series": {
    rule: "An endless sum is that of an exponential, a cosine or sine, a logarithm, an arc tangent or a power, by the quotient of its terms",
    sideCondition:
      "it begins at a number, and the argument lies within the radius of convergence, a condition where that is not known",
  },
  "telescoping-series": {
    rule: "An endless sum of a rational function telescopes, or is a power of pi",
    sideCondition:
      "the partial fractions with linear denominators add up to no more than 1/n^2; others diverge",
  },
} as const;
