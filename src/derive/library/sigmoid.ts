import { call, negate, number, over, sumOf } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

export const sigmoid: FunctionDefinition = {
  name: "sigmoid",
  arity: 1,
  meaning: "1/(1 + exp(-x))",
  rewrite: (x) => over(number(1n), sumOf(number(1n), call("exp", negate(x)))),
  domain: everywhere,
  examples: [
    { claim: "sigmoid(x) + sigmoid(-x) = 1", grade: "proved" },
    { claim: "D(sigmoid(x), x) = sigmoid(x)*(1 - sigmoid(x))", grade: "proved" },
    { claim: "sigmoid(-x) = -sigmoid(x)", grade: "refuted" },
  ],
};
