import { Rational } from "../../../num/index.js";
import { admits, type Assumptions } from "../../assumptions/assumptions.js";
import { intervals } from "../../evaluate/interval.js";
import { limitNames } from "../../evaluate/limitNames.js";
import { points } from "../../evaluate/points.js";
import { Arithmetic } from "../../evaluate/value.js";
import type { Point } from "../../evaluate/evaluate.js";
import type { RuleId } from "../../../record/types.js";
import type { Expr } from "../../tree/expression.js";
import { betweenIntegersText } from "./betweenIntegers.js";
import type { Holds } from "./comparison.js";
import { moved } from "../descent/descend.js";
import type { LowPlaces } from "../descent/places.js";
import { edgesIn } from "./edges.js";
import { entriesFarOut, partlyAssumedText } from "./entries.js";
import { jumpText } from "../jumps/jumps.js";
import { Levels } from "../jumps/levels.js";
import { writtenOut } from "../jumps/writtenOut.js";
import { precisions } from "./precision.js";
import { type Search, search } from "./search.js";
import { pointsAtTurns } from "./turns.js";

const math = new Arithmetic(intervals(precisions[0]));
/** Points of each level, and edges: points are moved onto each edge, and onto each pair. */
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
  const rules = [...found.rules];
  const places: [RuleId, Iterable<Point>][] = [
    // The usual search ends where enough points agree, and with many names these are much alike.
    ["sample-points", points(sides, assumptions, math, perLevel)],
    ["turning-points", pointsAtTurns(sides, assumptions)],
    ["jump-points", lazily(() => levels().flatMap((own) => own.points()))],
    ["far-points", pointsFarOut(sides, assumptions)],
    ["far-points", entriesFarOut(sides, assumptions, math)],
    ...(lows ? [["descent", lows.points()] as [RuleId, Iterable<Point>]] : []),
  ];
  for (const [from, among] of places) {
    const options = { gap, among, near: Infinity, from };
    const own = search(...sides, assumptions, holds, options);
    if (own.witness) return { ...found, witness: own.witness, rules: own.rules };
    if (own.admissible && !rules.includes(from)) rules.push(from);
  }
  const jumping = jumpText(written, assumptions, holds, levels());
  if (jumping !== undefined) return { ...found, doubt: jumping, rules: ["jump-points"] };
  const between = betweenIntegersText(sides, assumptions, holds);
  if (between !== undefined) return { ...found, doubt: between, rules: ["integer-solutions"] };
  const partly = partlyAssumedText(sides, assumptions);
  return partly === undefined ? { ...found, rules } : { ...found, doubt: partly, rules };
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
