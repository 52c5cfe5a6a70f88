import { type Expr, number, subtract, sumOf } from "../../tree/expression.js";
import type { Known } from "./definition.js";

/** -1 <= v <= 1. */
export const withinOne = (value: Expr): Known[] => [
  { expr: subtract(number(1n), value), relation: ">=" },
  { expr: sumOf(number(1n), value), relation: ">=" },
];
