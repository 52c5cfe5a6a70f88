import { call, number, sumOf, toThe } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

export const asinh: FunctionDefinition = {
  name: "asinh",
  arity: 1,
  meaning: "log(x + sqrt(x^2 + 1))",
  rewrite: (x) => call("log", sumOf(x, call("sqrt", sumOf(toThe(x, number(2n)), number(1n))))),
  domain: everywhere,
  examples: [
    { claim: "sinh(asinh(x)) = x", grade: "proved" },
    { claim: "D(asinh(x), x) = 1/sqrt(x^2 + 1)", grade: "proved" },
    { claim: "asinh(x) = asin(x)", given: ["-1 <= x <= 1"], grade: "refuted" },
  ],
};
