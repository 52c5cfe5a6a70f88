import { call, number, over, subtract, sumOf } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

const [one, two] = [number(1n), number(2n)];

export const atanh: FunctionDefinition = {
  name: "atanh",
  arity: 1,
  meaning: "(log(1 + x) - log(1 - x))/2",
  rewrite: (x) => over(subtract(call("log", sumOf(one, x)), call("log", subtract(one, x))), two),
  domain: (x) => [
    { expr: subtract(one, x), need: "positive" },
    { expr: sumOf(one, x), need: "positive" },
  ],
  examples: [
    { claim: "tanh(atanh(x)) = x", given: ["-1 < x < 1"], grade: "proved" },
    { claim: "D(atanh(x), x) = 1/(1 - x^2)", given: ["-1 < x < 1"], grade: "proved" },
    { claim: "atanh(x) = atan(x)", given: ["-1 < x < 1"], grade: "refuted" },
  ],
};
