import { number, toThe } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const square: FunctionDefinition = {
  name: "square",
  arity: 1,
  meaning: "x^2",
  rewrite: (x) => toThe(x, number(2n)),
  ofMatrices: true,
  entrywise: "vectors",
  examples: [
    { claim: "square(a + b) = a^2 + 2*a*b + b^2", grade: "proved" },
    { claim: "square(2*x) = 2*square(x)", grade: "refuted" },
  ],
};
