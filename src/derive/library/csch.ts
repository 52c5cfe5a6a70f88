import { call, number, over } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const csch: FunctionDefinition = {
  name: "csch",
  arity: 1,
  meaning: "1/sinh(x)",
  rewrite: (x) => over(number(1n), call("sinh", x)),
  domain: (x) => [{ expr: x, need: "nonzero" }],
  latex: { head: "\\operatorname{csch}" },
  examples: [
    { claim: "csch(-x) = -csch(x)", given: ["x != 0"], grade: "proved" },
    { claim: "coth(x)^2 - csch(x)^2 = 1", given: ["x != 0"], grade: "proved" },
    { claim: "D(csch(x), x) = coth(x)*csch(x)", given: ["x != 0"], grade: "refuted" },
  ],
};
