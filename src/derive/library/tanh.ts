import { call, number, over, subtract, toThe } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { gapOfExponentials, sumOfExponentials } from "./shared/exponentials.js";

export const tanh: FunctionDefinition = {
  name: "tanh",
  arity: 1,
  meaning: "(exp(x) - exp(-x))/(exp(x) + exp(-x))",
  rewrite: (x) => over(gapOfExponentials(x), sumOfExponentials(x)),
  partials: (x) => [subtract(number(1n), toThe(call("tanh", x), number(2n)))],
  domain: everywhere,
  ofMatrices: true,
  entrywise: "arrays",
  latex: { commands: ["tanh"], head: "\\tanh", inverse: "atanh" },
  examples: [
    { claim: "tanh(x) = 2*sigmoid(2*x) - 1", grade: "proved" },
    { claim: "D(tanh(x), x) = 1 - tanh(x)^2", grade: "proved" },
    { claim: "tanh(x) = sigmoid(x)", grade: "refuted" },
  ],
};
