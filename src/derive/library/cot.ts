import { call, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const cot: FunctionDefinition = {
  name: "cot",
  arity: 1,
  meaning: "cos(x)/sin(x)",
  rewrite: (x) => over(call("cos", x), call("sin", x)),
  latex: { commands: ["cot"], head: "\\cot" },
  examples: [
    { claim: "cot(pi/4) = 1", grade: "proved" },
    { claim: "cot(pi/2) = 0", grade: "proved" },
    { claim: "D(cot(x), x) = -csc(x)^2", given: ["sin(x) != 0"], grade: "proved" },
    { claim: "cot(x) = tan(x)", given: ["sin(2*x) != 0"], grade: "refuted" },
  ],
};
