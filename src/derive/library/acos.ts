import { call, number, over, subtract, symbol } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { betweenOnes } from "./shared/betweenOnes.js";

export const acos: FunctionDefinition = {
  name: "acos",
  arity: 1,
  arc: true,
  meaning: "the angle from 0 to pi whose cosine is x: pi/2 - asin(x)",
  rewrite: (x) => subtract(over(symbol("pi"), number(2n)), call("asin", x)),
  domain: betweenOnes,
  latex: { commands: ["arccos"], head: "\\arccos" },
  examples: [
    { claim: "acos(-1/2) = 2*pi/3", grade: "proved" },
    { claim: "asin(x) + acos(x) = pi/2", given: ["-1 <= x <= 1"], grade: "proved" },
    { claim: "acos(cos(x)) = x", given: ["0 <= x <= pi"], grade: "proved" },
    { claim: "sin(acos(x)) = sqrt(1 - x^2)", given: ["-1 <= x <= 1"], grade: "proved" },
    { claim: "acos(-x) = acos(x)", given: ["-1 <= x <= 1"], grade: "refuted" },
  ],
};
