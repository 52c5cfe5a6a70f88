import { call, negate, over } from "../tree/expression.js";
import { absolute } from "../functions/absolute.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { unfoldMaximum } from "./shared/unfoldExtremes.js";

export const abs: FunctionDefinition = {
  name: "abs",
  arity: 1,
  meaning: "the absolute value of x",
  value: (math, x) => math.abs(x),
  normal: absolute,
  partials: (x) => [over(x, call("abs", x))],
  domain: (x) => [{ expr: x, inside: "nonzero" }],
  edges: (x) => [x],
  ofMatrices: true,
  unfold: (asked, [u], relation, value) => unfoldMaximum(asked, [u, negate(u)], relation, value),
  entrywise: "vectors",
  latex: {
    // Bars around a matrix would be its determinant.
    write: (write, x) => (x.kind === "list" ? undefined : `\\left|${write(x)}\\right|`),
    encloses: true,
  },
  examples: [
    { claim: "abs(a*b) = abs(a)*abs(b)", grade: "proved" },
    { claim: "D(abs(x), x) = sign(x)", given: ["x != 0"], grade: "proved" },
    { claim: "abs(a + b) = abs(a) + abs(b)", grade: "refuted" },
  ],
};
