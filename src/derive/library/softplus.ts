import { call, number, sumOf } from "../tree/expression.js";
import { alwaysPositive } from "./shared/alwaysPositive.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

export const softplus: FunctionDefinition = {
  name: "softplus",
  arity: 1,
  meaning: "log(1 + exp(x))",
  rewrite: (x) => call("log", sumOf(number(1n), call("exp", x))),
  partials: (x) => [call("sigmoid", x)],
  domain: everywhere,
  known: alwaysPositive,
  ofMatrices: true,
  entrywise: "arrays",
  examples: [
    { claim: "D(softplus(x), x) = sigmoid(x)", grade: "proved" },
    { claim: "softplus(x) - softplus(-x) = x", grade: "proved" },
    { claim: "softplus(x) = relu(x)", grade: "refuted" },
  ],
};
