import { call, number, over, times, toThe } from "../tree/expression.js";
import { cubeRoot } from "../functions/cubeRoots.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { compared } from "./shared/unfold.js";

export const cbrt: FunctionDefinition = {
  name: "cbrt",
  arity: 1,
  meaning: "the real cube root of x, negative where x is",
  value: (math, x) => math.cbrt(x),
  normal: cubeRoot,
  partials: (x) => [over(call("cbrt", x), times(number(3n), x))],
  domain: (x) => [{ expr: x, inside: "nonzero" }],
  ofMatrices: true,
  unfold: (_, [u], relation, value) => [[compared(u, relation, toThe(value, number(3n)))]],
  latex: { write: (write, x) => `\\sqrt[3]{${write(x)}}` },
  examples: [
    { claim: "cbrt(-x) = -cbrt(x)", grade: "proved" },
    { claim: "cbrt(x)^3 = x", grade: "proved" },
    { claim: "0 <= cbrt(x)", grade: "refuted" },
  ],
};
