import { call, number, over, subtract } from "../tree/expression.js";
import { logarithm } from "../functions/logarithm.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const log: FunctionDefinition = {
  name: "log",
  arity: [1, 2],
  meaning: "the natural logarithm of x, or that to a base",
  rewrite: (x, base) => base && over(call("log", x), call("log", base)),
  value: (math, x) => math.log(x),
  normal: logarithm,
  partials: (x) => [over(number(1n), x)],
  domain: (x, base) => [
    { expr: x, need: "positive" },
    ...(base
      ? [
          { expr: base, need: "positive" as const },
          { expr: subtract(base, number(1n)), need: "nonzero" as const },
        ]
      : []),
  ],
  entrywise: "vectors",
  latex: { commands: ["log", "ln"], head: "\\log" },
  examples: [
    { claim: "log(a*b) = log(a) + log(b)", given: ["a > 0", "b > 0"], grade: "proved" },
    { claim: "D(log(x), x) = 1/x", grade: "proved-if" },
    { claim: "log(x) <= x - 1", given: ["x > 0"], grade: "proved" },
    { claim: "log(8, 2) = 3", grade: "proved" },
    { claim: "log(a + b) = log(a) + log(b)", given: ["a > 0", "b > 0"], grade: "refuted" },
  ],
};
