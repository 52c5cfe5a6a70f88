import { call, negate } from "../tree/expression.js";
import { signOfCosine } from "../functions/angles/circularSign.js";
import { cosine } from "../functions/circular.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { withinOne } from "./shared/withinOne.js";
import { unfoldCosine } from "./shared/unfoldTurns.js";

export const cos: FunctionDefinition = {
  name: "cos",
  arity: 1,
  meaning: "the cosine of x, in radians",
  value: (math, x) => math.cos(x),
  normal: cosine,
  partials: (x) => [negate(call("sin", x))],
  domain: everywhere,
  known: withinOne,
  sign: signOfCosine,
  unfold: unfoldCosine,
  entrywise: "vectors",
  latex: { commands: ["cos"], head: "\\cos", inverse: "acos" },
  examples: [
    { claim: "cos(pi) = -1", grade: "proved" },
    { claim: "cos(-x) = cos(x)", grade: "proved" },
    { claim: "cos(a + b) = cos(a)*cos(b) - sin(a)*sin(b)", grade: "proved" },
    { claim: "cos(pi/12) = (sqrt(6) + sqrt(2))/4", grade: "proved" },
    { claim: "D(cos(x), x) = -sin(x)", grade: "proved" },
    { claim: "D(cos(x), x) = sin(x)", grade: "refuted" },
  ],
};
