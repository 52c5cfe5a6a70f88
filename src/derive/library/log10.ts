import { call, number, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const log10: FunctionDefinition = {
  name: "log10",
  arity: 1,
  meaning: "log(x)/log(10)",
  rewrite: (x) => over(call("log", x), call("log", number(10n))),
  domain: (x) => [{ expr: x, need: "positive" }],
  latex: { head: "\\log_{10}" },
  examples: [
    { claim: "log10(10^3) = 3", grade: "proved" },
    { claim: "D(log10(x), x) = 1/(x*log(10))", given: ["x > 0"], grade: "proved" },
    { claim: "log10(x) = log(x)", given: ["x > 0"], grade: "refuted" },
  ],
};
