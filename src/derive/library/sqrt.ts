import { Rational } from "../../num/index.js";
import { call, number, over, times, toThe } from "../tree/expression.js";
import { rootOf } from "../functions/roots.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { rootEdges } from "./shared/rootEdges.js";
import { compared } from "./shared/unfold.js";

const half = Rational.of(1n, 2n);

export const sqrt: FunctionDefinition = {
  name: "sqrt",
  arity: 1,
  meaning: "the root of x that is not negative",
  value: (math, x) => math.sqrt(x),
  normal: (ctx, x) => rootOf(ctx, x, half),
  partials: (x) => [over(number(1n), times(number(2n), call("sqrt", x)))],
  domain: (x) => [{ expr: x, need: "nonnegative", inside: "positive" }],
  edges: rootEdges,
  /** By the square of the other side, which must not be negative. */
  unfold(_, [u], relation, value) {
    const zero = number(0n);
    const square = compared(u, relation, toThe(value, number(2n)));
    const inside = compared(u, ">=", zero);
    if (relation === "=" || relation === "<=")
      return [[inside, square, compared(value, ">=", zero)]];
    if (relation === "<") return [[inside, square, compared(value, ">", zero)]];
    return [
      [inside, square],
      [inside, compared(value, "<", zero)],
    ];
  },
  entrywise: "vectors",
  latex: { write: (write, x) => `\\sqrt{${write(x)}}`, encloses: true },
  examples: [
    { claim: "sqrt(x^2) = abs(x)", grade: "proved" },
    { claim: "sqrt(8) = 2*sqrt(2)", grade: "proved" },
    { claim: "D(sqrt(x), x) = 1/(2*sqrt(x))", given: ["x > 0"], grade: "proved" },
    { claim: "sqrt(x^2) = x", grade: "refuted" },
  ],
};
