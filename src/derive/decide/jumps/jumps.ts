import { nearText } from "../solve/zeros.js";
import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { type Expr, number, sumOf, toThe } from "../../tree/expression.js";
import type { Holds } from "../points/comparison.js";
import { squaredIn } from "../descent/chains.js";
import { heights, math } from "../descent/descend.js";
import { LowPlaces } from "../descent/places.js";
import { phasesText } from "../phases/phases.js";
import { admitsJump, holdsAtJump } from "./atJumps.js";
import { crossings } from "./crossings.js";
import type { Levels } from "./levels.js";
import { usualPoints } from "./usual.js";
import type { WrittenOut } from "./writtenOut.js";

/** Pairs of edges that are looked for at once. */
const mostPairs = 3;
/** Squares in the argument of a function that jumps. */
const mostBases = 3;
/** Steps of evaluation that the squares of one edge may take: they only say where to look. */
const mostWork = 200_000;
/** A sum of squares that is lower is 0, as far as is told, and what is squared in it is as near to 0 as places are known. */
const deepest = 1n << BigInt(math.bits - 64);

/**
 * Why sides may part where a function jumps, as delta(x^2, 2) and 0 do at the roots of 2: at no point that is tried, since
 * that has fractions for values. Undefined where they do not, as far as such places are found.
 */
export function jumpText(
  { sides, bases }: WrittenOut,
  assumptions: Assumptions,
  holds: Holds,
  edges: readonly Levels[],
): string | undefined {
  const jumping = edges.filter(({ edge }) => edge.jumps);
  for (const place of placesOf(jumping, assumptions))
    for (const base of bases) {
      const point = { ...base, symbols: new Map([...base.symbols, ...place.symbols]) };
      if (admitsJump(assumptions, point) && holdsAtJump(sides, holds, point) === false)
        return `the relation seems to fail where a function jumps, ${nearText(point)}`;
    }
  const unmet = jumping.find((own) => own.unmet)?.unmet;
  return unmet && phasesText(unmet);
}

function* placesOf(edges: readonly Levels[], assumptions: Assumptions): Generator<Point> {
  for (const own of edges) {
    yield* own.places();
    for (const base of squaredIn(own.edge.of).slice(0, mostBases))
      yield* zerosOf(base, assumptions);
  }
  const pairs = edges.flatMap((one, i) => edges.slice(i + 1).map((other) => [one, other]));
  const all = edges.length > 2 ? [edges] : [];
  for (const several of [...pairs.slice(0, mostPairs), ...all]) {
    const squares = several.map(({ edge }) => toThe(edge.of, number(2n)));
    yield* commonZeros(sumOf(...squares), assumptions);
  }
}

/** Where a sum of squares is 0, as far as is told. */
function* commonZeros(squares: Expr, assumptions: Assumptions): Generator<Point> {
  const height = heights(squares, assumptions, { steps: mostWork });
  for (const point of new LowPlaces([number(0n), squares], assumptions).points()) {
    const low = height(point);
    if (low && low.value < deepest) yield point;
  }
}

/** Where an expression passes 0: a square of it only touches 0 there. */
function zerosOf(expr: Expr, assumptions: Assumptions): Iterable<Point> {
  const height = heights(expr, assumptions, { steps: mostWork });
  const seen = usualPoints([expr], assumptions).flatMap((point) => height(point) ?? []);
  return crossings(seen, 0n, height, assumptions);
}
