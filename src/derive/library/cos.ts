import { call, negate } from "../tree/expression.js";
import { cosine } from "../functions/circular.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { withinOne } from "./shared/withinOne.js";

export const cos: FunctionDefinition = {
  name: "cos",
  arity: 1,
  meaning: "the cosine of x, in radians",
  value: (math, x) => math.cos(x),
  normal: cosine,
  partials: (x) => [negate(call("sin", x))],
  domain: everywhere,
  known: withinOne,
  latex: { commands: ["cos"], head: "\\cos" },
  examples: [
    { claim: "cos(pi) = -1", grade: "proved" },
    { claim: "cos(-x) = cos(x)", grade: "proved" },
    { claim: "D(cos(x), x) = -sin(x)", grade: "proved" },
    { claim: "D(cos(x), x) = sin(x)", grade: "refuted" },
  ],
};
