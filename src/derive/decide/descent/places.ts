import { Rational } from "../../../num/index.js";
import { admits, type Assumptions, integerNames } from "../../assumptions/assumptions.js";
import type { Budget, Point } from "../../evaluate/evaluate.js";
import { points } from "../../evaluate/points.js";
import { type Expr, subtract } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { simplestBetween } from "../../roots/simplestBetween.js";
import { chainedPlaces } from "./chains.js";
import { guidesOf } from "./guides.js";
import { descend, heights, type Low, math, moved } from "./descend.js";

/** Steps of evaluation that the descents on one difference may take. */
const mostWork = 2_500_000;
/** Points of which the lowest are starts: few, since a descent costs some hundred evaluations. */
const sampled = 40;
const starts = 3;
/** How far beside a place at which sides touch it is looked, and how many times as large the difference is there. */
export const aside = Rational.of(1n, 1n << 8n);
export const manyTimes = 1n << 10n;
/** How far around the lowest place a simpler fraction is looked for. */
const around = [4n, 10n, 16n, 22n].map((k) => Rational.of(1n, 1n << k));
const one = Rational.of(1n);

/** Where the difference of two sides is lowest, as far as descents find it. */
export class LowPlaces {
  readonly #found: Low[] = [];
  readonly #rest: Iterator<Low>;

  constructor(
    private readonly sides: [Expr, Expr],
    private readonly assumptions: Assumptions,
  ) {
    this.#rest = lowPlaces(sides, assumptions);
  }

  /** The places, each of which is looked for once. */
  *#all(): Generator<Low> {
    for (let i = 0; ; i++) {
      if (i === this.#found.length) {
        const next = this.#rest.next();
        if (next.done) return;
        this.#found.push(next.value);
      }
      yield this.#found[i];
    }
  }

  /** The places, and simple fractions near them: where an inequality nearly fails, it may fail. */
  *points(): Generator<Point> {
    for (const { point } of this.#all()) {
      yield point;
      const simple = around.map((width) => simplified(point, width));
      yield* simple.filter((own) => admits(this.assumptions, own, math));
    }
  }

  /**
   * A point near which the two sides seem to touch: a descent ends there, and a little to either side, as far as the
   * assumptions admit it, the difference is many times as large. A place that they exclude is none.
   *
   * @param atEdges whether names may be at an edge of what they admit, as long as one is inside
   */
  touching(atEdges = false): Point | undefined {
    const at = heights(subtract(this.sides[1], this.sides[0]), this.assumptions);
    for (const { point } of this.#all()) {
      const low = at(point);
      if (!low) continue;
      const rises = [...point.symbols.keys()].map((name) => {
        const along = new Map([[name, one]]);
        const beside = [aside, aside.neg()].map((by) => at(moved(point, along, by)));
        if (atEdges && beside.includes(undefined)) return false;
        if (beside.some((own) => !own || own.value < low.value)) return undefined;
        return beside.every((own) => own!.value > manyTimes * (low.value + 1n));
      });
      const near = around.map((width) => simplified(point, width));
      const isInside = atEdges || near.every((own) => admits(this.assumptions, own, math));
      if (isInside && !rises.includes(undefined) && rises.includes(true)) return point;
    }
    return undefined;
  }
}

/** Where sides touch if names that are integers are real: which of many integers solve an equation no search tells. */
export function touchingBetween(sides: [Expr, Expr], assumptions: Assumptions): Point | undefined {
  const names = freeNames(subtract(...sides));
  if ([...integerNames(assumptions)].filter((name) => names.has(name)).length < 2) return undefined;
  const facts = assumptions.facts.filter(({ kind }) => kind !== "integer");
  return new LowPlaces(sides, { ...assumptions, facts }).touching(true);
}

/** The point with the simplest fractions that are no farther away than `width`. */
const simplified = (point: Point, width: Rational): Point => ({
  ...point,
  symbols: new Map(
    [...point.symbols].map(([name, value]) => [
      name,
      simplestBetween(value.sub(width), value.add(width)),
    ]),
  ),
});

/** Where descents end that begin at the lowest of the usual points. */
function* lowPlaces([left, right]: [Expr, Expr], assumptions: Assumptions): Generator<Low> {
  const gap = subtract(right, left);
  let chained: Point[] | undefined;
  const budget: Budget = { steps: mostWork };
  for (const guide of guidesOf(gap)) {
    const at = heights(guide, assumptions, budget);
    const found: Low[] = [];
    for (const point of points([gap], assumptions, math)) {
      if (found.length >= sampled) break;
      const low = at(point);
      if (low) found.push(low);
    }
    found.sort((a, b) => (a.value < b.value ? -1 : 1));
    // The lowest for each choice of signs: others near by lead to the same place.
    const first = new Map(found.reverse().map((low) => [signsOf(low.point), low]));
    const chosen = [...first.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
    for (const start of chosen.slice(0, starts)) yield descend(start, at, assumptions);
    if (chosen.length === 0) continue;
    chained ??= freeNames(gap).size > 1 ? [...chainedPlaces(gap, chosen[0].point)] : [];
    for (const place of chained) {
      const start = at(place);
      if (start) yield descend(start, at, assumptions);
    }
  }
}

const signsOf = ({ symbols }: Point): string =>
  [...symbols.values()].map(({ sign }) => sign).join();
