import { call, number, over } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

export const sech: FunctionDefinition = {
  name: "sech",
  arity: 1,
  meaning: "1/cosh(x)",
  rewrite: (x) => over(number(1n), call("cosh", x)),
  domain: everywhere,
  latex: { head: "\\operatorname{sech}" },
  examples: [
    { claim: "sech(x)^2 + tanh(x)^2 = 1", grade: "proved" },
    { claim: "D(sech(x), x) = -sech(x)*tanh(x)", grade: "proved" },
    { claim: "sech(x) = 1/cos(x)", given: ["0 < x < 1"], grade: "refuted" },
  ],
};
