import { Rational } from "../../../num/index.js";
import { admits, type Assumptions } from "../../assumptions/assumptions.js";
import { intervals } from "../../evaluate/interval.js";
import { limitNames } from "../../evaluate/limitNames.js";
import { points } from "../../evaluate/points.js";
import { Arithmetic } from "../../evaluate/value.js";
import type { Point } from "../../evaluate/evaluate.js";
import type { Expr } from "../../tree/expression.js";
import { betweenIntegersText } from "./betweenIntegers.js";
import type { Holds } from "./comparison.js";
import { moved } from "../descent/descend.js";
import type { LowPlaces } from "../descent/places.js";
import { edgesIn } from "./edges.js";
import { jumpText } from "../jumps/jumps.js";
import { Levels } from "../jumps/levels.js";
import { writtenOut } from "../jumps/writtenOut.js";
import { precisions } from "./precision.js";
import { type Search, search } from "./search.js";
import { pointsAtTurns } from "./turns.js";

const math = new Arithmetic(intervals(precisions[0]));
const perLevel = 6;
const mostEdges = 3;
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
  const written = writtenOut(sides, assumptions);
  let known: Levels[] | undefined;
  const levels = () =>
    (known ??= edgesIn(written.sides)
      .slice(0, mostEdges)
      .map((edge) => new Levels(edge, assumptions)));
  for (const among of [
    // The usual search ends where enough points agree, and with many names these are much alike.
    points(sides, assumptions, math, perLevel),
    pointsAtTurns(sides, assumptions),
    lazily(() => levels().flatMap((own) => own.points())),
    pointsFarOut(sides, assumptions),
    ...(lows ? [lows.points()] : []),
  ]) {
    const options = { gap, among, near: Infinity };
    const { witness } = search(...sides, assumptions, holds, options);
    if (witness) return { ...found, witness };
  }
  const doubt =
    jumpText(written, assumptions, holds, levels()) ??
    betweenIntegersText(sides, assumptions, holds);
  return { ...found, doubt };
}

function* lazily<T>(list: () => T[]): Generator<T> {
  yield* list();
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
