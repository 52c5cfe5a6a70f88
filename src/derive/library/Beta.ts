import { call, times, over, sumOf } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

export const Beta: FunctionDefinition = {
  name: "Beta",
  arity: 2,
  meaning: "Gamma(x) Gamma(y)/Gamma(x + y)",
  rewrite: (x, y) => over(times(call("Gamma", x), call("Gamma", y)), call("Gamma", sumOf(x, y))),
  latex: {
    write: (write, x, y) => `\\operatorname{Beta}(${write(x)}, ${write(y)})`,
    encloses: true,
  },
  examples: [
    { claim: "Beta(x + 1, y) = Beta(x, y)*x/(x + y)", given: ["x > 0", "y > 0"], grade: "proved" },
    { claim: "Beta(x, y) = Beta(x, y + 1)", given: ["x > 0", "y > 0"], grade: "refuted" },
  ],
};
