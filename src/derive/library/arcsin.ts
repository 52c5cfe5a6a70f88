import { call } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const arcsin: FunctionDefinition = {
  name: "arcsin",
  arity: 1,
  arc: true,
  meaning: "asin(x)",
  rewrite: (x) => call("asin", x),
  examples: [
    { claim: "arcsin(1) = pi/2", grade: "proved" },
    { claim: "arcsin(x) = x", given: ["-1 <= x <= 1"], grade: "refuted" },
  ],
};
