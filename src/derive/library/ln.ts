import { call } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const ln: FunctionDefinition = {
  name: "ln",
  arity: 1,
  meaning: "log(x)",
  rewrite: (x) => call("log", x),
  entrywise: "vectors",
  examples: [
    { claim: "ln(x) = log(x)", given: ["x > 0"], grade: "proved" },
    { claim: "ln(x) = log10(x)", given: ["x > 0"], grade: "refuted" },
  ],
};
