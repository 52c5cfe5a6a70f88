/** Procedures that decide a claim, and what they ask of conditions. */
export const procedures = {
  "exact-arithmetic": {
    rule: "Both sides are calculated as fractions",
    sideCondition: "neither side has a name or an irrational number in it",
  },
  "normal-form": {
    rule: "Both sides are brought to one form, a rational function over what cannot be simplified",
    sideCondition: "what is divided by is not 0; different forms decide nothing",
  },
  "pythagorean-identity": {
    rule: "cos(u)^2 is replaced by 1 - sin(u)^2",
    sideCondition: "the angle is the same",
  },
  "angle-addition": {
    rule: "Sines and cosines are written in those of the angles that no two share a multiple of, with s^2 + c^2 = 1",
    sideCondition:
      "the multiples are whole numbers of one unit; values at multiples of pi are exact",
  },
  "constant-difference": {
    rule: "The difference of two sides with arcs is 0 where its derivative is 0 and it is 0 at one place; without names, where its sine is 0",
    sideCondition:
      "the name ranges over one interval on which the difference is continuous and, but for the ends, has a derivative; without names it lies between -pi and pi",
  },
  "case-split": {
    rule: "The claim is shown for each sign of what stands under an absolute value, a maximum or a minimum",
    sideCondition:
      "the cases u >= 0 and u <= 0 leave nothing out, and all their conditions are kept",
  },
  "value-by-cases": {
    rule: "A claim about values by cases is shown in each case; an integral of them is the sum over the pieces of its range",
    sideCondition:
      "each condition compares values that are there at all points, the first that holds decides, and one holds everywhere; of an integral the ends of the pieces come in a known order",
  },
  "excluded-value": {
    rule: "Where a rule supposed that something is not 0, the claim is shown by itself where it is 0",
    sideCondition:
      "the claim has a value there, and a name is solved for that stands linearly in it",
  },
  "residue-classes": {
    rule: "The claim is shown for each residue of an integer that is divided under floor or ceil",
    sideCondition: "the name is an integer",
  },
  induction: {
    rule: "The claim holds at a first integer, and at n + 1 wherever it holds at n",
    sideCondition:
      "n is an integer bounded from below by a number and by nothing else, and no open condition speaks of it",
  },
  "sign-of-difference": {
    rule: "An inequality holds by the sign of the difference of its sides",
    sideCondition:
      "the sign is known at every point that the assumptions admit, by factors, sums and bounds",
  },
  certificate: {
    rule: "The difference is a sum of squares and products of facts, each times a positive number",
    sideCondition:
      "multiplied out in fractions, the sum is the difference; for < one term of it is never 0",
  },
  "term-by-term": {
    rule: "A difference of sums over one range has the sign that each of its terms has",
    sideCondition:
      "the terms have it at every index of the range; for < there is one, or what stands beside is positive",
  },
  jensen: {
    rule: "A convex function of a mean is at most the mean of the function (Jensen)",
    sideCondition:
      "no weight is negative and they add up to 1; the second derivative is not negative over an interval that holds all values",
  },
  "monotone-difference": {
    rule: "A difference that is not negative at a place, and whose derivative leads upwards from there, is not negative",
    sideCondition:
      "the name ranges over an interval on which it is continuous and has a derivative inside; for < it is positive at the place, or the derivative not 0",
  },
  "known-inequality": {
    rule: "What is always true of a function or a sum is added, as 1 + u <= exp(u) or Cauchy's inequality",
    sideCondition: "the function has a value there",
  },
  "order-of-names": {
    rule: "The difference is shown to be positive for each order of its names",
    sideCondition: "two to four names, which are known not to be negative",
  },
  "real-roots": {
    rule: "Signs are told at each real root of the claim and between neighbours, by Sturm's theorem",
    sideCondition: "the sides are rational functions of one name",
  },
  "rounding-interval": {
    rule: "A value agrees with printed digits if it lies within half a unit of the last one",
    sideCondition: "the right side prints its digits, as 0.0292 and 3.00e8 do",
  },
  "solve-and-substitute": {
    rule: "Each solution of the premise is put into the conclusion",
    sideCondition: "all solutions are found, and no open condition excludes one that is printed",
  },
  "single-stationary-point": {
    rule: "A slope that is 0 at one place alone and falls there is that of a function with its maximum there",
    sideCondition:
      "the name ranges over one interval on which the function is smooth, and the place lies in it",
  },
  "unfolded-function": {
    rule: "A comparison of a root, a logarithm, an exponential, a floor, a maximum, an absolute value or a sine is said without the function",
    sideCondition:
      "it says the same wherever the function has a value; a sine is compared with a number, on known half turns",
  },
  "premise-never-met": {
    rule: "From a premise that holds nowhere anything follows",
    sideCondition: "the premise is shown to fail everywhere, not only where a condition holds",
  },
  "growth-rates": {
    rule: "Orders of growth are compared term by term as all names grow",
    sideCondition: "the names can be large together; a bounded one counts by its bounds",
  },
  "quantity-derivative": {
    rule: "The derivative of a quantity that depends on others is an unknown of its own",
    sideCondition:
      "the quantity has one independent variable, or the assumptions say on what it depends",
  },
  "chain-rule": {
    rule: "A partial derivative is the sum over what lies between",
    sideCondition: "what lies between is declared, or a condition",
  },
  "derivative-of-premise": {
    rule: "An equation that holds along a curve may be differentiated",
    sideCondition:
      "it stands between two quantities, or one and its variable, and nothing fixes a place",
  },
  definedness: {
    rule: "Every part of a side must have a value",
    sideCondition: "what is not met by the assumptions is a condition of the verdict",
  },
  "conditions-compatible": {
    rule: "A verdict under conditions says something where all of them hold",
    sideCondition:
      "some point that the assumptions admit meets them together, with those of the chain above",
  },
  "second-opinion": {
    rule: "An evaluator that shares no code with the prover looks for a contradiction",
    sideCondition: "what it finds makes the claim unknown; what it cannot tell says nothing",
  },
} as const;
