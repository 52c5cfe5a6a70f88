import { call, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const coth: FunctionDefinition = {
  name: "coth",
  arity: 1,
  meaning: "cosh(x)/sinh(x)",
  rewrite: (x) => over(call("cosh", x), call("sinh", x)),
  domain: (x) => [{ expr: x, need: "nonzero" }],
  latex: { commands: ["coth"], head: "\\coth" },
  examples: [
    { claim: "coth(x)*tanh(x) = 1", given: ["x != 0"], grade: "proved" },
    { claim: "D(coth(x), x) = -csch(x)^2", given: ["x != 0"], grade: "proved" },
    { claim: "coth(x) = tanh(x)", given: ["x != 0"], grade: "refuted" },
  ],
};
