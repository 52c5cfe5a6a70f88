import type { FunctionDefinition } from "./shared/definition.js";
import { extremeDomain, extremeForm, extremePartials, gapsBetween } from "./shared/extreme.js";
import { unfoldMinimum } from "./shared/unfoldExtremes.js";

export const min: FunctionDefinition = {
  name: "min",
  arity: [1, Infinity],
  meaning: "the least of its arguments",
  value: (math, ...args) =>
    math.neg(args.map((a) => math.neg(a)).reduce((a, b) => math.larger(a, b))),
  normal: extremeForm(-1),
  partials: extremePartials(-1),
  domain: extremeDomain,
  edges: gapsBetween,
  unfold: unfoldMinimum,
  latex: { commands: ["min"], head: "\\min" },
  examples: [
    { claim: "max(a, b) + min(a, b) = a + b", grade: "proved" },
    { claim: "min(a, b) <= a", grade: "proved" },
    { claim: "min(a, b) = a*b", grade: "refuted" },
  ],
};
