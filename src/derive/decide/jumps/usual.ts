import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { points } from "../../evaluate/points.js";
import type { Expr } from "../../tree/expression.js";
import { math } from "../descent/descend.js";

/** Usual points of which the values beside a jump are taken: more of them repeat the same small numbers. */
const most = 40;

/** The first of the points at which claims are usually tried. */
export function usualPoints(exprs: Expr[], assumptions: Assumptions): Point[] {
  const found: Point[] = [];
  for (const point of points(exprs, assumptions, math)) {
    found.push(point);
    if (found.length >= most) break;
  }
  return found;
}
