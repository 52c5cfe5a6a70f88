/** Rewritings of derivatives and integrals that suppose something. */
export const calculus = {
  differentiation: {
    rule: "A derivative is taken part by part",
    sideCondition: "the other names are constant, and every part has a derivative",
  },
  "derivative-of-power": {
    rule: "The derivative of u^k is k u^k u'/u, for roots too",
    sideCondition: "u is not 0, unless k is 1 or more",
  },
  "derivative-of-absolute-value": {
    rule: "The derivative of abs(u) is u u'/abs(u)",
    sideCondition: "u is not 0",
  },
  "derivative-of-product": {
    rule: "The derivative of a product over a range is the product times the sum of u'/u",
    sideCondition: "no factor is 0",
  },
  "derivative-of-integral": {
    rule: "An integral is differentiated under its sign and by its limits",
    sideCondition: "the integrand does not jump; over an endless range it converges absolutely",
  },
  "value-at-place": {
    rule: "An expression is taken at a place after all that is done in it",
    sideCondition: "the expression has a value there",
  },
  "fundamental-theorem": {
    rule: "A definite integral is the difference of an antiderivative at its limits",
    sideCondition: "the antiderivative has a value there, and the integrand everywhere between",
  },
  "improper-integral": {
    rule: "An integral of a power or an exponential to infinity has a closed form",
    sideCondition: "it converges: the exponent of the power is below -1, the exponential falls",
  },
  "euler-integral": {
    rule: "Powers of x with an exponential, or with powers of 1 - x, are integrated by the gamma function",
    sideCondition: "the integral converges, a condition where it is not known",
  },
  "gaussian-integral": {
    rule: "x^k exp(-a x^2 + b x) is integrated over the line or a half line",
    sideCondition: "a is positive",
  },
  "integral-of-density": {
    rule: "The integral of a density over the line is 1",
    sideCondition: "the function is assumed to be a density, and all its arguments are integrated",
  },
  "linearity-of-integral": {
    rule: "The integral of a sum is the sum of the integrals, and what does not contain the variable stands before it",
    sideCondition:
      "no letter there varies with the variable; over an endless range open functions converge",
  },
  "split-at-kink": {
    rule: "An integral over an absolute value is split where its sign changes",
    sideCondition: "that place is known to lie inside or outside the range",
  },
  fubini: {
    rule: "The order of two integrals is exchanged",
    sideCondition:
      "limits are finite and the integrand is continuous, or absolute convergence is a condition",
  },
  "unevaluated-integral": {
    rule: "An integral without a closed form is compared as it stands",
    sideCondition: "it converges, a condition where its integrand has no value at a limit",
  },
} as const;
