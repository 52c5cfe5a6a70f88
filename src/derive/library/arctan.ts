import { call } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const arctan: FunctionDefinition = {
  name: "arctan",
  arity: 1,
  arc: true,
  meaning: "atan(x)",
  rewrite: (x) => call("atan", x),
  examples: [
    { claim: "arctan(sqrt(3)) = pi/3", grade: "proved" },
    { claim: "arctan(x) = x", grade: "refuted" },
  ],
};
