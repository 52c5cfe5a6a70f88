import { number, subtract } from "../tree/expression.js";
import { floorForm } from "../functions/integers.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { unfoldFloor } from "./shared/unfoldFloor.js";

export const floor: FunctionDefinition = {
  name: "floor",
  arity: 1,
  meaning: "the largest integer that is not above x",
  value: (math, x) => math.floor(x),
  normal: floorForm,
  domain: everywhere,
  known: (value, x) => [
    { expr: subtract(x, value), relation: ">=" },
    { expr: subtract(number(1n), subtract(x, value)), relation: ">" },
  ],
  sign: (signs, x) => (signs.nonnegative(x) ? { side: 1, weak: true } : undefined),
  integer: "always",
  jumps: (x) => [{ of: x, at: "integers", there: (value) => value }],
  unfold: unfoldFloor,
  latex: { write: (write, x) => `\\left\\lfloor ${write(x)} \\right\\rfloor`, encloses: true },
  examples: [
    { claim: "floor(x + n) = floor(x) + n", given: ["n integer"], grade: "proved" },
    { claim: "floor(x) <= x", grade: "proved" },
    { claim: "floor(7/2) = 3", grade: "proved" },
    { claim: "floor(2*x) = 2*floor(x)", grade: "refuted" },
  ],
};
