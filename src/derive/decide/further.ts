import { Rational } from "../../num/index.js";
import { admits, type Assumptions } from "../assumptions.js";
import { intervals } from "../evaluate/interval.js";
import { limitNames } from "../evaluate/limitNames.js";
import { points } from "../evaluate/points.js";
import { Arithmetic } from "../evaluate/value.js";
import type { Point } from "../evaluate/evaluate.js";
import { type Expr, number, treeKey } from "../expression.js";
import type { Holds } from "./comparison.js";
import { moved } from "./descent/descend.js";
import { LowPlaces } from "./descent/places.js";
import { edgesIn } from "./edges.js";
import { failingPhases } from "./phases/phases.js";
import { precisions } from "./precision.js";
import { type Search, search } from "./search.js";
import { pointsAtTurns } from "./turns.js";

const math = new Arithmetic(intervals(precisions[0]));
const perLevel = 6;
const mostEdges = 3;
const zero = number(0n);
const one = Rational.of(1n);
/** How far out names are tried. */
const distances = [7n, 9n, 10n, 12n, 14n, 17n, 20n, 24n, 28n, 32n, 36n, 48n].flatMap((k) =>
  [1n, -1n].map((sign) => Rational.of(sign << k)),
);
/** So many of them are tried for a name that counts terms, or what is multiplied. */
const fewDistances = 4;

/**
 * What a search found, and where that is no failure a search farther out and at the places at which the claim itself says
 * that it may fail: where parts of it turn, and for an inequality where the difference is lowest.
 */
export function searchFurther(
  found: Search,
  sides: [Expr, Expr],
  assumptions: Assumptions,
  holds: Holds,
  { gap, lows }: { gap?: Expr; lows?: LowPlaces } = {},
): Search {
  if (found.witness || !found.agreed.first || found.whole !== undefined) return found;
  for (const among of [
    // The usual search ends where enough points agree, and with many names these are much alike.
    points(sides, assumptions, math, perLevel),
    pointsAtTurns(sides, assumptions),
    pointsBeyondEdges(sides, assumptions),
    pointsFarOut(sides, assumptions),
    ...(lows ? [lows.points()] : []),
  ]) {
    const options = { gap, among, near: Infinity };
    const { witness } = search(...sides, assumptions, holds, options);
    if (witness) return { ...found, witness };
  }
  return found;
}

/** Points at which one name after the other is far out, in ever longer steps, while the others stay. */
function* pointsFarOut(sides: Expr[], assumptions: Assumptions): Generator<Point> {
  const counts = limitNames(sides);
  for (const base of points(sides, assumptions, math)) {
    for (const name of base.symbols.keys())
      for (const by of counts.has(name) ? distances.slice(0, fewDistances) : distances) {
        const far = moved(base, new Map([[name, by]]), one);
        if (admits(assumptions, far, math)) yield far;
      }
    return;
  }
}

/** Points at which what functions with an edge tell the sign of is lowest and highest. */
function* pointsBeyondEdges(sides: Expr[], assumptions: Assumptions): Generator<Point> {
  const edges = new Map(sides.flatMap(edgesIn).map((edge) => [treeKey(edge), edge]));
  for (const edge of [...edges.values()].slice(0, mostEdges))
    for (const pair of [
      [edge, zero],
      [zero, edge],
    ] as [Expr, Expr][]) {
      yield* new LowPlaces(pair, assumptions).points();
      yield* failingPhases(pair, assumptions)?.near() ?? [];
    }
}
