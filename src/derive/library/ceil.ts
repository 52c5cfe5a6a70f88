import { call, negate } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { mirrored } from "./shared/unfold.js";
import { unfoldFloor } from "./shared/unfoldFloor.js";

export const ceil: FunctionDefinition = {
  name: "ceil",
  arity: 1,
  meaning: "the smallest integer that is not below x: -floor(-x)",
  rewrite: (x) => negate(call("floor", negate(x))),
  jumps: (x) => [{ of: x, at: "integers", there: (value) => value }],
  unfold: (asked, [u], relation, value) =>
    unfoldFloor(asked, [negate(u)], mirrored(relation), negate(value)),
  latex: { write: (write, x) => `\\left\\lceil ${write(x)} \\right\\rceil`, encloses: true },
  examples: [
    { claim: "ceil(x + n) = ceil(x) + n", given: ["n integer"], grade: "proved" },
    { claim: "x <= ceil(x)", grade: "proved" },
    { claim: "ceil(x) = floor(x) + 1", grade: "refuted" },
  ],
};
