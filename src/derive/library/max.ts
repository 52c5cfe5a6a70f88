import type { FunctionDefinition } from "./shared/definition.js";
import { extremeDomain, extremeForm, extremePartials, gapsBetween } from "./shared/extreme.js";
import { unfoldMaximum } from "./shared/unfoldExtremes.js";

export const max: FunctionDefinition = {
  name: "max",
  arity: [1, Infinity],
  meaning: "the greatest of its arguments",
  value: (math, ...args) => args.reduce((a, b) => math.larger(a, b)),
  normal: extremeForm(1),
  partials: extremePartials(1),
  domain: extremeDomain,
  edges: gapsBetween,
  unfold: unfoldMaximum,
  latex: { commands: ["max"], head: "\\max" },
  examples: [
    { claim: "max(a, b) = (a + b + abs(a - b))/2", grade: "proved" },
    { claim: "a <= max(a, b)", grade: "proved" },
    { claim: "max(a, b) = a", grade: "refuted" },
  ],
};
