import { call, number } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { unfoldMaximum } from "./shared/unfoldExtremes.js";

export const relu: FunctionDefinition = {
  name: "relu",
  arity: 1,
  meaning: "max(x, 0)",
  rewrite: (x) => call("max", x, number(0n)),
  domain: (x) => [{ expr: x, inside: "nonzero" }],
  edges: (x) => [x],
  unfold: (asked, [u], relation, value) => unfoldMaximum(asked, [u, number(0n)], relation, value),
  entrywise: "arrays",
  examples: [
    { claim: "relu(x) - relu(-x) = x", grade: "proved" },
    { claim: "D(relu(x), x) = 1", given: ["x > 0"], grade: "proved" },
    { claim: "relu(a + b) = relu(a) + relu(b)", grade: "refuted" },
  ],
};
