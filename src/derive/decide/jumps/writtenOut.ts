import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { type Expr, number, parts } from "../../tree/expression.js";
import { freeNames, substitute } from "../../tree/names.js";
import { unrolled } from "../proofs/unrolled.js";
import { usualPoints } from "./usual.js";

/** Sums with more terms are not written out. */
const mostTerms = 6;
const mostBases = 2;

/** Two sides with their sums written out, and points for the names that stand beside an edge. */
export interface WrittenOut {
  sides: [Expr, Expr];
  bases: Point[];
}

/** Writes out the sums of two sides: what limits them is as large as it may be at the usual points, and is still short. */
export function writtenOut(sides: [Expr, Expr], assumptions: Assumptions): WrittenOut {
  const counts = new Set(sides.flatMap(limits));
  const found = usualPoints(sides, assumptions);
  const sizesOf = ({ symbols }: Point) => [...counts].map((name) => symbols.get(name)!.toNumber());
  const short = found.filter((point) => sizesOf(point).every((size) => size <= mostTerms));
  const total = (point: Point) => sizesOf(point).reduce((sum, size) => sum + size, 0);
  const most = short.reduce((top, point) => Math.max(top, total(point)), 0);
  const first = short.find((point) => total(point) === most);
  if (!first) return { sides, bases: found.slice(0, mostBases) };
  const values = new Map([...counts].map((name) => [name, number(first.symbols.get(name)!)]));
  const [left, right] = sides.map((side) => unrolled(substitute(side, values)));
  const same = (point: Point) => `${sizesOf(point)}` === `${sizesOf(first)}`;
  return { sides: [left, right], bases: short.filter(same).slice(-mostBases) };
}

/** The names that limit sums and products. */
function limits(expr: Expr): string[] {
  const own =
    expr.kind === "call" && (expr.name === "sum" || expr.name === "prod") ? expr.args.slice(2) : [];
  return [...own.flatMap((limit) => [...freeNames(limit)]), ...parts(expr).flatMap(limits)];
}
