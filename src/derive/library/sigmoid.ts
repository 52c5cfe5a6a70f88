import { call, negate, number, over, subtract, sumOf, times } from "../tree/expression.js";
import { alwaysPositive } from "./shared/alwaysPositive.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

export const sigmoid: FunctionDefinition = {
  name: "sigmoid",
  arity: 1,
  meaning: "1/(1 + exp(-x))",
  rewrite: (x) => over(number(1n), sumOf(number(1n), call("exp", negate(x)))),
  partials: (x) => {
    const own = call("sigmoid", x);
    return [times(own, subtract(number(1n), own))];
  },
  domain: everywhere,
  known: alwaysPositive,
  entrywise: "arrays",
  examples: [
    { claim: "sigmoid(x) + sigmoid(-x) = 1", grade: "proved" },
    { claim: "D(sigmoid(x), x) = sigmoid(x)*(1 - sigmoid(x))", grade: "proved" },
    { claim: "sigmoid(-x) = -sigmoid(x)", grade: "refuted" },
  ],
};
