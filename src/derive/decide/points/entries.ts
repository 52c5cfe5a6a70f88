import { admits, type Assumptions } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { points } from "../../evaluate/points.js";
import type { Arithmetic } from "../../evaluate/value.js";
import { type Expr, parts } from "../../tree/expression.js";
import { families } from "../../tree/names.js";
import { Rational } from "../../../num/index.js";

/** By what entries are multiplied, so that all are far out at once. */
const factors = [4n, 20n, 1000n, 1n << 20n].flatMap((size) =>
  [1n, -1n].map((sign) => Rational.of(sign * size)),
);
/** Points of which the entries are multiplied. */
const mostBases = 4;

/** Points at which the entries of families are far out, where nothing is assumed of these. */
export function* entriesFarOut(
  sides: Expr[],
  assumptions: Assumptions,
  math: Arithmetic,
): Generator<Point> {
  const used = new Set(sides.flatMap((side) => [...families(side)]));
  const isAssumed = assumptions.facts.some(
    (fact) =>
      fact.kind === "density" ||
      (fact.kind === "compare" && [...families(fact.expr)].some((name) => used.has(name))),
  );
  if (used.size === 0 || isAssumed) return;
  let count = 0;
  for (const base of points(sides, assumptions, math)) {
    if (count++ >= mostBases) return;
    for (const factor of factors) {
      const entry: Point["entry"] = (name, indices) => base.entry(name, indices).mul(factor);
      const point = { ...base, entry };
      if (admits(assumptions, point, math)) yield point;
    }
  }
}

/**
 * Why points say nothing of entries: an assumption speaks of some of them alone, as `x[2*i] > 0` does, and the points that
 * are tried obey it at all of them.
 */
export function partlyAssumedText(
  sides: readonly Expr[],
  { facts }: Assumptions,
): string | undefined {
  const used = new Set(sides.flatMap((side) => [...families(side)]));
  for (const fact of facts) {
    if (fact.kind !== "compare") continue;
    const partly = patterned(fact.expr).find((name) => used.has(name));
    if (partly !== undefined)
      return `\`${fact.text}\` is assumed of some entries of ${partly} alone, and only points were tried at which all of them obey it`;
  }
  return undefined;
}

/** The families of which an entry has an index that is neither a name nor a number. */
const patterned = (expr: Expr): string[] => [
  ...(expr.kind === "index" &&
  expr.indices.some(({ kind }) => kind !== "symbol" && kind !== "number" && kind !== "add")
    ? [expr.name]
    : []),
  ...parts(expr).flatMap(patterned),
];
