import { call, number, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const sec: FunctionDefinition = {
  name: "sec",
  arity: 1,
  meaning: "1/cos(x)",
  rewrite: (x) => over(number(1n), call("cos", x)),
  latex: { commands: ["sec"], head: "\\sec" },
  examples: [
    { claim: "sec(pi/3) = 2", grade: "proved" },
    { claim: "sec(x)^2 = 1 + tan(x)^2", grade: "proved-if" },
    { claim: "D(sec(x), x) = sec(x)*tan(x)", given: ["cos(x) != 0"], grade: "proved" },
    { claim: "sec(x) = cos(x)", given: ["cos(x) != 0"], grade: "refuted" },
  ],
};
