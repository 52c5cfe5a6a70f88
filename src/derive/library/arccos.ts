import { call } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const arccos: FunctionDefinition = {
  name: "arccos",
  arity: 1,
  arc: true,
  meaning: "acos(x)",
  rewrite: (x) => call("acos", x),
  examples: [
    { claim: "arccos(0) = pi/2", grade: "proved" },
    { claim: "arccos(x) = 1 - x", given: ["-1 <= x <= 1"], grade: "refuted" },
  ],
};
