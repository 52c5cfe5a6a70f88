import { call, number, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const log2: FunctionDefinition = {
  name: "log2",
  arity: 1,
  meaning: "log(x)/log(2)",
  rewrite: (x) => over(call("log", x), call("log", number(2n))),
  domain: (x) => [{ expr: x, need: "positive" }],
  latex: { head: "\\log_2" },
  examples: [
    { claim: "log2(2^3) = 3", grade: "proved" },
    { claim: "D(log2(x), x) = 1/(x*log(2))", given: ["x > 0"], grade: "proved" },
    { claim: "log2(x) = log(x)", given: ["x > 0"], grade: "refuted" },
  ],
};
