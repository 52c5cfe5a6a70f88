/** Rewritings of functions, sums and products that suppose something. */
export const algebra = {
  "function-by-definition": {
    rule: "A function is written by those that it is made of, as tan by sin/cos",
    sideCondition: "what it divides by is not 0, a condition or decided",
  },
  "open-function": {
    rule: "A function that is not known is itself alone",
    sideCondition: "its name is not in the engine's table, and it stands for no operation",
  },
  "logarithm-of-product": {
    rule: "log(a b) = log(a) + log(b)",
    sideCondition:
      "the factors that are taken apart are positive, or to an even power and in absolute value",
  },
  "root-of-product": {
    rule: "(a b)^r = a^r b^r, and the square root of u^2 is abs(u)",
    sideCondition: "the factors that are taken apart are not negative",
  },
  "real-cube-root": {
    rule: "cbrt(a b) = cbrt(a) cbrt(b), the cube root being negative below 0",
    sideCondition: "it is cbrt: x^(1/3) needs x >= 0",
  },
  "absolute-value": {
    rule: "abs(a b) = abs(a) abs(b), each factor of known sign resolved",
    sideCondition: "the sign of a factor is known at every admitted point",
  },
  "power-of-positive-base": {
    rule: "a^b = exp(b log(a))",
    sideCondition: "a is positive",
  },
  "integer-exponent": {
    rule: "(a b)^n = a^n b^n and a^(m + n) = a^m a^n for a base of any sign",
    sideCondition: "the exponents are integers",
  },
  "factorial-recurrence": {
    rule: "(n + 1)! = (n + 1) n!",
    sideCondition: "both factorials have values, a condition",
  },
  "binomial-as-factorials": {
    rule: "binomial(n, k) = n!/(k! (n - k)!)",
    sideCondition: "n and k are integers with 0 <= k <= n",
  },
  "whole-part": {
    rule: "floor(u + n) = floor(u) + n",
    sideCondition: "n is an integer",
  },
  "sign-as-quotient": {
    rule: "sign(u) = u/abs(u)",
    sideCondition: "u is not 0",
  },
  "joint-probability": {
    rule: "A probability is a sum of the weights of joint outcomes, and under a condition a quotient of two",
    sideCondition: "the condition can happen, and the weights of all outcomes add up to 1",
  },
  "sum-over-range": {
    rule: "A sum or product over a range is taken between two that begin at 1",
    sideCondition: "the lower bound is an integer and the number of terms a whole number",
  },
  "power-sum": {
    rule: "The powers of the index are added up in closed form (Faulhaber)",
    sideCondition: "the exponent is a whole number",
  },
  "geometric-sum": {
    rule: "The terms of a geometric sum are added up in closed form",
    sideCondition: "the ratio is known to differ from 1",
  },
  "binomial-theorem": {
    rule: "Binomial coefficients times powers are added up over their whole range (binomial theorem)",
    sideCondition: "n is a whole number, and the sum of both parts is not 0 where it is divided by",
  },
  "geometric-series": {
    rule: "An endless geometric sum is added up in closed form",
    sideCondition: "the absolute value of the ratio is below 1, a condition where it is not known",
  },
  "partial-fractions": {
    rule: "A quotient of linear factors is taken apart",
    sideCondition: "the factors are known to differ",
  },
  "delta-in-sum": {
    rule: "A delta picks its term from a sum",
    sideCondition: "its index is an integer within the bounds, each known or a condition",
  },
  "index-shift": {
    rule: "A sum is taken over the places of its entries",
    sideCondition: "the index stands there alone, up to its sign and a shift",
  },
  "exchange-of-sums": {
    rule: "Nested finite sums are exchanged",
    sideCondition: "the limits do not depend on the other index, or the range is a triangle",
  },
  "product-over-range": {
    rule: "A product is taken factor by factor: powers, factorials, exponentials of sums",
    sideCondition: "a factor that becomes a sum of logarithms is positive",
  },
} as const;
