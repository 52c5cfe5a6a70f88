import { call, number, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const csc: FunctionDefinition = {
  name: "csc",
  arity: 1,
  meaning: "1/sin(x)",
  rewrite: (x) => over(number(1n), call("sin", x)),
  latex: { commands: ["csc"], head: "\\csc" },
  examples: [
    { claim: "csc(pi/6) = 2", grade: "proved" },
    { claim: "csc(x)^2 = 1 + cot(x)^2", grade: "proved-if" },
    { claim: "D(csc(x), x) = -csc(x)*cot(x)", given: ["sin(x) != 0"], grade: "proved" },
    { claim: "csc(x) = sec(x)", given: ["sin(2*x) != 0"], grade: "refuted" },
  ],
};
