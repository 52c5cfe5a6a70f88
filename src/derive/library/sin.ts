import { call } from "../tree/expression.js";
import { signOfSine } from "../functions/angles/circularSign.js";
import { sine } from "../functions/circular.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { withinOne } from "./shared/withinOne.js";
import { unfoldSine } from "./shared/unfoldTurns.js";

export const sin: FunctionDefinition = {
  name: "sin",
  arity: 1,
  meaning: "the sine of x, in radians",
  value: (math, x) => math.sin(x),
  normal: sine,
  partials: (x) => [call("cos", x)],
  domain: everywhere,
  known: withinOne,
  sign: signOfSine,
  unfold: unfoldSine,
  entrywise: "vectors",
  latex: { commands: ["sin"], head: "\\sin", inverse: "asin" },
  examples: [
    { claim: "sin(pi/6) = 1/2", grade: "proved" },
    { claim: "sin(-x) = -sin(x)", grade: "proved" },
    { claim: "sin(x)^2 + cos(x)^2 = 1", grade: "proved" },
    { claim: "sin(2*x) = 2*sin(x)*cos(x)", grade: "proved" },
    { claim: "0 <= sin(x)", given: ["0 <= x <= pi"], grade: "proved" },
    { claim: "D(sin(x), x) = cos(x)", grade: "proved" },
    { claim: "sin(x) <= 1", grade: "proved" },
    { claim: "sin(2*x) = 2*sin(x)", grade: "refuted" },
  ],
};
