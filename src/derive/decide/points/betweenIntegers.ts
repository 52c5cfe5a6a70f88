import {
  type Assumptions,
  type Fact,
  integerNames,
  nameBounds,
} from "../../assumptions/assumptions.js";
import { intervals } from "../../evaluate/interval.js";
import { limitNames } from "../../evaluate/limitNames.js";
import { points } from "../../evaluate/points.js";
import { Arithmetic } from "../../evaluate/value.js";
import { type Expr, number, subtract, sumOf, symbol, toThe } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import type { Holds } from "./comparison.js";
import { LowPlaces } from "../descent/places.js";
import { edgesIn } from "./edges.js";
import { jumpText } from "../jumps/jumps.js";
import { Levels } from "../jumps/levels.js";
import { isPlain } from "./judged.js";
import { waveArguments } from "../phases/waves.js";
import { precisions } from "./precision.js";
import { search } from "./search.js";

const math = new Arithmetic(intervals(precisions[0]));
/** Points of each level, and edges: every point is moved onto every level of an edge. */
const perLevel = 6;
const mostEdges = 2;
/** Within this distance of 0 the integers are few, and are tried. */
const tried = 30n;

/**
 * Why a claim about several integers may fail, although it holds at all that were tried: it fails far out where their names
 * are real, and which of endlessly many integers solve an equation no search tells. Undefined where it does not, or where
 * the claim speaks of integers as such, by rounding, waves or numbers of terms.
 */
export function betweenIntegersText(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  holds: Holds,
): string | undefined {
  const names = new Set(sides.flatMap((side) => [...freeNames(side)]));
  const integers = [...integerNames(assumptions)].filter((name) => names.has(name));
  const edges = edgesIn(sides);
  const counts = limitNames(sides);
  if (integers.length < 2 || !sides.every(isPlain)) return undefined;
  if (edges.some(({ at }) => at === "integers") || sides.some((one) => waveArguments(one).length))
    return undefined;
  if (integers.some((name) => counts.has(name))) return undefined;
  const relaxed = farOut(assumptions, integers);
  const levels = edges.slice(0, mostEdges).map((edge) => new Levels(edge, relaxed));
  for (const among of [
    points(sides, relaxed, math, perLevel),
    levels.flatMap((own) => own.points()),
    new LowPlaces(sides, relaxed).points(),
  ])
    if (search(...sides, relaxed, holds, { among, near: Infinity }).witness) return text(integers);
  const bases = [...points(sides, relaxed, math, 1)].slice(0, 1);
  return jumpText({ sides, bases }, relaxed, holds, levels) && text(integers);
}

const text = (names: string[]): string =>
  `the relation fails where ${names.join(", ")} are no integers, and may fail at integers that were not tried`;

/** The assumptions with names that need not be integers, and are not all near 0 unless they must be. */
function farOut(assumptions: Assumptions, integers: string[]): Assumptions {
  const facts = assumptions.facts.filter(({ kind }) => kind !== "integer");
  const bounds = nameBounds(assumptions);
  const isNear = (name: string): boolean => {
    const { lower, upper } = bounds.get(name) ?? {};
    return [lower, upper].every((own) => own && own.abs().floor() < tried);
  };
  if (integers.every(isNear)) return { ...assumptions, facts };
  const squares = integers.map((name) => toThe(symbol(name), number(2n)));
  const far: Fact = {
    kind: "compare",
    expr: subtract(sumOf(...squares), number(tried ** 2n)),
    relation: ">",
    text: "not all are near 0",
  };
  return { ...assumptions, facts: [...facts, far] };
}
