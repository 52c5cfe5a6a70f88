import { type Expr, number, subtract, sumOf } from "../../tree/expression.js";
import type { Needed } from "./definition.js";

/** A value for -1 <= x <= 1, a derivative between these. */
export const betweenOnes = (x: Expr): Needed[] => [
  { expr: subtract(number(1n), x), need: "nonnegative", inside: "positive" },
  { expr: sumOf(number(1n), x), need: "nonnegative", inside: "positive" },
];
