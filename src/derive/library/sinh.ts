import { number, over } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { gapOfExponentials } from "./shared/exponentials.js";

export const sinh: FunctionDefinition = {
  name: "sinh",
  arity: 1,
  meaning: "(exp(x) - exp(-x))/2",
  rewrite: (x) => over(gapOfExponentials(x), number(2n)),
  domain: everywhere,
  ofMatrices: true,
  latex: { commands: ["sinh"], head: "\\sinh", inverse: "asinh" },
  examples: [
    { claim: "D(sinh(x), x) = cosh(x)", grade: "proved" },
    { claim: "sinh(2*x) = 2*sinh(x)*cosh(x)", grade: "proved" },
    { claim: "sinh(x) = cosh(x)", grade: "refuted" },
  ],
};
