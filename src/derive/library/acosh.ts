import { call, number, subtract, sumOf, toThe } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const acosh: FunctionDefinition = {
  name: "acosh",
  arity: 1,
  meaning: "log(x + sqrt(x^2 - 1)), for x of 1 or more",
  rewrite: (x) => call("log", sumOf(x, call("sqrt", subtract(toThe(x, number(2n)), number(1n))))),
  domain: (x) => [{ expr: subtract(x, number(1n)), need: "nonnegative", inside: "positive" }],
  examples: [
    { claim: "cosh(acosh(x)) = x", given: ["x >= 1"], grade: "proved" },
    { claim: "D(acosh(x), x) = 1/sqrt(x^2 - 1)", given: ["x > 1"], grade: "proved" },
    { claim: "acosh(cosh(x)) = x", grade: "refuted" },
  ],
};
