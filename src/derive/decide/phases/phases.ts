import { Rational } from "../../../num/index.js";
import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Budget, Point } from "../../evaluate/evaluate.js";
import { points } from "../../evaluate/points.js";
import { type Expr, subtract } from "../../tree/expression.js";
import { expressionText } from "../../tree/text.js";
import { guidesOf } from "../descent/guides.js";
import { descend, heights, type Low, math } from "../descent/descend.js";
import { readable } from "../conditions/authored.js";
import type { Angle } from "./angles.js";
import { freed, primes } from "./freed.js";
import { meetings } from "./meet.js";
import { unrolled } from "../proofs/unrolled.js";

/** A difference as low as this fails, whatever the enclosures are worth. */
const fails = -(1n << 40n);
/** Points for the names beside the angles, phases for each, and descents from the lowest. What all may cost is below. */
const mostBases = 4;
const perBase = 64;
const mostDescents = 5;
/** Phases are drawn as multiples of 1/1024, so that values at them stay short. */
const fine = 2 ** 10;
/** Steps of evaluation that the descents for one way to be far out may take. */
const mostSteps = 1_500_000;

/** Angles, and phases of theirs at which the sides compare otherwise than is claimed. */
export interface Failing {
  angles: Angle[];
  /** Whether they may meet in such phases without a place at which they certainly do. */
  isLoose: boolean;
  /** Where the angles come near to such phases. */
  near(): Generator<Point>;
}

/** The phases at which `left <= right` fails where its angles are free. Undefined where no such phases were found. */
export function failingPhases(sides: [Expr, Expr], assumptions: Assumptions): Failing | undefined {
  const free = freed([unrolled(sides[0]), unrolled(sides[1])], assumptions);
  if (!free) return undefined;
  const { angles, isLoose } = free;
  const lows = free.directions.flatMap((ways) => {
    const ends = firstOf(ways, (own) => lowestPhases(free.sides, angles, own));
    return ends.filter(({ value }) => value < fails).slice(0, 1);
  });
  if (lows.length === 0) return undefined;
  function* near(): Generator<Point> {
    const height = heights(subtract(sides[1], sides[0]), assumptions);
    for (const { point } of lows)
      for (const place of meetings(angles, point, assumptions)) {
        const low = height(place);
        if (!low) continue;
        yield place;
        yield descend(low, height, assumptions).point;
      }
  }
  return { angles, isLoose, near };
}

/** The first of some lists that holds anything. */
function firstOf<T, U>(from: readonly T[], list: (one: T) => U[]): U[] {
  for (const one of from) {
    const found = list(one);
    if (found.length) return found;
  }
  return [];
}

/** Where descents from phases all around end, the lowest first; none where the sides have no values. */
function lowestPhases(
  [left, right]: [Expr, Expr],
  angles: Angle[],
  assumptions: Assumptions,
): Low[] {
  const gap = subtract(right, left);
  const own = heights(gap, assumptions);
  const budget: Budget = { steps: mostSteps };
  const ends = guidesOf(gap).flatMap((guide) => {
    const height = heights(guide, assumptions, budget);
    const starts = [...phasesAround(gap, angles, assumptions)].flatMap((at) => height(at) ?? []);
    return starts
      .sort(lower)
      .slice(0, mostDescents)
      .map((start) => descend(start, height, assumptions));
  });
  return ends.flatMap(({ point }) => own(point) ?? []).sort(lower);
}

const lower = (a: Low, b: Low): number => (a.value < b.value ? -1 : 1);

/** Points whose phases fill a turn evenly, each angle at its own pace. */
function* phasesAround(gap: Expr, angles: Angle[], assumptions: Assumptions): Generator<Point> {
  let bases = 0;
  for (const base of points([gap], assumptions, math)) {
    if (bases++ >= mostBases) break;
    for (let k = 0; k < perBase; k++) {
      const phases = angles.map(({ name }, i): [string, Rational] => [name, phaseOf(k, i)]);
      yield { ...base, symbols: new Map([...base.symbols, ...phases]) };
    }
  }
}

function phaseOf(k: number, angle: number): Rational {
  const part = (k * Math.sqrt(primes[angle])) % 1;
  return Rational.of(BigInt(Math.round((2 * part - 1) * Math.PI * fine)), BigInt(fine));
}

/** That angles may have phases together at which a claim fails, and that no such place was found. */
export function phasesText({ angles }: Failing): string {
  const texts = angles.map(({ of }) => expressionText(readable(of)));
  return (
    `the relation fails at some phases of ${texts.join(", ")}: ` +
    "far out these may come as near to each other as wanted, and no such place was found"
  );
}
