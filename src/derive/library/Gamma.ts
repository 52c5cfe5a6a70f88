import { gamma } from "../evaluate/special/gamma.js";
import { gammaForm } from "../functions/gammas.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const Gamma: FunctionDefinition = {
  name: "Gamma",
  arity: 1,
  meaning: "the integral of t^(x - 1) exp(-t) from 0 to infinity",
  value: gamma,
  normal: gammaForm,
  domain: (x) => [{ expr: x, need: "positive" }],
  sign: (signs, x) => (signs.positive(x) ? { side: 1, weak: false } : undefined),
  latex: { head: "\\Gamma" },
  examples: [
    { claim: "Gamma(x + 1) = x*Gamma(x)", given: ["x > 0"], grade: "proved" },
    { claim: "Gamma(n + 1) = n!", given: ["n integer >= 0"], grade: "proved" },
    { claim: "Gamma(1/2) = sqrt(pi)", grade: "proved" },
    { claim: "Gamma(2*x) = 2*Gamma(x)", given: ["x > 0"], grade: "refuted" },
  ],
};
