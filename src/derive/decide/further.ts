import type { Assumptions } from "../assumptions.js";
import { intervals } from "../evaluate/interval.js";
import { points } from "../evaluate/points.js";
import { Arithmetic } from "../evaluate/value.js";
import type { Point } from "../evaluate/evaluate.js";
import { type Expr, number, treeKey } from "../expression.js";
import type { Holds } from "./comparison.js";
import { lowPoints } from "./descent/places.js";
import { edgesIn } from "./edges.js";
import { failingPhases } from "./phases/phases.js";
import { precisions } from "./precision.js";
import { type Search, search } from "./search.js";
import { pointsAtTurns } from "./turns.js";

const math = new Arithmetic(intervals(precisions[0]));
const perLevel = 6;
const mostEdges = 3;
const zero = number(0n);

/**
 * What a search found, and where that is no failure a search farther out and at the places at which the claim itself says
 * that it may fail: where parts of it turn, and for an inequality where the difference is lowest.
 */
export function searchFurther(
  found: Search,
  sides: [Expr, Expr],
  assumptions: Assumptions,
  holds: Holds,
  { gap, falling = false }: { gap?: Expr; falling?: boolean } = {},
): Search {
  if (found.witness || !found.agreed.first || found.whole !== undefined) return found;
  for (const among of [
    // The usual search ends where enough points agree, and with many names these are much alike.
    points(sides, assumptions, math, perLevel),
    pointsAtTurns(sides, assumptions),
    pointsBeyondEdges(sides, assumptions),
    ...(falling ? [lowPoints(sides, assumptions)] : []),
  ]) {
    const options = { gap, among, near: Infinity };
    const { witness } = search(...sides, assumptions, holds, options);
    if (witness) return { ...found, witness };
  }
  return found;
}

/** Points at which what functions with an edge tell the sign of is lowest and highest. */
function* pointsBeyondEdges(sides: Expr[], assumptions: Assumptions): Generator<Point> {
  const edges = new Map(sides.flatMap(edgesIn).map((edge) => [treeKey(edge), edge]));
  for (const edge of [...edges.values()].slice(0, mostEdges))
    for (const pair of [
      [edge, zero],
      [zero, edge],
    ] as [Expr, Expr][]) {
      yield* lowPoints(pair, assumptions);
      yield* failingPhases(pair, assumptions)?.near() ?? [];
    }
}
