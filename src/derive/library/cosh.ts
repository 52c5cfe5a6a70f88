import { number, over } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { sumOfExponentials } from "./shared/exponentials.js";

export const cosh: FunctionDefinition = {
  name: "cosh",
  arity: 1,
  meaning: "(exp(x) + exp(-x))/2",
  rewrite: (x) => over(sumOfExponentials(x), number(2n)),
  domain: everywhere,
  ofMatrices: true,
  latex: { commands: ["cosh"], head: "\\cosh", inverse: "acosh" },
  examples: [
    { claim: "cosh(x)^2 - sinh(x)^2 = 1", grade: "proved" },
    { claim: "D(cosh(x), x) = sinh(x)", grade: "proved" },
    { claim: "cosh(x) = 1", grade: "refuted" },
  ],
};
