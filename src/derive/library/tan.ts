import { call, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { unfoldTangent } from "./shared/unfoldTurns.js";

export const tan: FunctionDefinition = {
  name: "tan",
  arity: 1,
  meaning: "sin(x)/cos(x)",
  rewrite: (x) => over(call("sin", x), call("cos", x)),
  unfold: unfoldTangent,
  latex: { commands: ["tan"], head: "\\tan", inverse: "atan" },
  examples: [
    { claim: "tan(pi/4) = 1", grade: "proved" },
    { claim: "D(tan(x), x) = 1/cos(x)^2", given: ["cos(x) != 0"], grade: "proved" },
    { claim: "tan(x)*cos(x) = sin(x)", grade: "proved-if" },
    { claim: "D(tan(x), x) = 7", grade: "refuted" },
  ],
};
