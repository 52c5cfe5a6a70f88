import { call, number, sumOf } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

export const softplus: FunctionDefinition = {
  name: "softplus",
  arity: 1,
  meaning: "log(1 + exp(x))",
  rewrite: (x) => call("log", sumOf(number(1n), call("exp", x))),
  domain: everywhere,
  ofMatrices: true,
  examples: [
    { claim: "D(softplus(x), x) = sigmoid(x)", grade: "proved" },
    { claim: "softplus(x) - softplus(-x) = x", grade: "proved" },
    { claim: "softplus(x) = relu(x)", grade: "refuted" },
  ],
};
