import { Rational } from "../../../num/index.js";
import { type Assumptions, integerNames } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { type Expr, number } from "../../tree/expression.js";
import { heights, type Heights, lowestAlong, type Low, math } from "../descent/descend.js";
import { LowPlaces } from "../descent/places.js";
import type { Edge } from "../points/edges.js";
import { type Failing, failingPhases } from "../phases/phases.js";
import { crossings } from "./crossings.js";
import { isLowest } from "./isLowest.js";
import { usualPoints } from "./usual.js";

/** Steps of evaluation that one edge may take beside its descents. */
const mostWork = 600_000;
/** Heights that an edge is looked for at: a floor has endlessly many, and a fault of one shows at the next. */
const mostLevels = 4;
/** A height is twice a value in units of 2^-bits. */
const unit = 2n << BigInt(math.bits);
/** What ends as near to a level as this, once the place is sharpened, seems to touch it; before, as near as that. */
const touches = unit >> 36n;
const nearly = unit >> 12n;
const fine = Rational.of(1n, 1n << 44n);
const one = Rational.of(1n);

/** Where an expression passes, or touches, the values at which a function has an edge. */
export class Levels {
  readonly #height: Heights;
  /** What was seen of it, usual points first. */
  readonly #seen: Low[] = [];
  /** Where it is lowest and highest, as far as descents find it; `side` is 1 for the lowest. */
  readonly #ends: { low: Low; side: bigint }[] = [];
  readonly #usual: number;
  /** Phases that would lead past an edge, and no place was found at which they do. */
  readonly unmet: Failing | undefined;

  constructor(
    readonly edge: Edge,
    private readonly assumptions: Assumptions,
  ) {
    this.#height = heights(edge.of, assumptions, { steps: mostWork });
    this.#usual = this.#look(usualPoints([edge.of], assumptions)).length;
    for (const side of [-1, 1] as const) {
      const sides = this.#upToNext(side);
      const found = sides ? this.#look(new LowPlaces(sides, assumptions).points()) : [];
      this.#ends.push(...found.map((low) => ({ low, side: BigInt(-side) })));
    }
    for (const side of [-1, 1] as const) {
      const [level, sides] = [this.#next(side), this.#upToNext(side)];
      const failing = sides && failingPhases(sides, assumptions);
      if (!failing) continue;
      this.#look(failing.near());
      if (failing.isLoose && this.#next(side) === level) this.unmet ??= failing;
    }
  }

  /** Where the expression is lowest and highest, as far as it was found. */
  points(): Point[] {
    return this.#seen.slice(this.#usual).map(({ point }) => point);
  }

  /** Where it has, as far as is told, a value at which there is an edge. */
  *places(): Generator<Point> {
    for (const { low, side } of this.#ends) {
      const level = this.edge.at === "zero" ? 0n : floorOf(low.value + unit / 2n);
      if (sizeOf(low.value - level * unit) > nearly) continue;
      const at = this.#above(level, side);
      const end = this.#sharpened(low.point, at);
      if (end && end.value < touches && isLowest(end, touches, at)) yield end.point;
    }
    for (const level of this.#levels())
      yield* crossings(this.#seen, level * unit, this.#height, this.assumptions);
  }

  #look(found: Iterable<Point>): Low[] {
    const lows = [...found].flatMap((point) => this.#height(point) ?? []);
    this.#seen.push(...lows);
    return lows;
  }

  /** The next level above or below all that was seen. */
  #next(side: 1 | -1): bigint | undefined {
    if (this.#seen.length === 0) return undefined;
    const [low, high] = this.#range();
    if (this.edge.at === "integers") return side > 0 ? ceilOf(high) : floorOf(low);
    return (side > 0 ? high <= 0n : low >= 0n) ? 0n : undefined;
  }

  /** That the expression does not pass it, as two sides of which the first is to be the lower one. */
  #upToNext(side: 1 | -1): [Expr, Expr] | undefined {
    const level = this.#next(side);
    if (level === undefined) return undefined;
    return side > 0 ? [this.edge.of, number(level)] : [number(level), this.edge.of];
  }

  #range(): [bigint, bigint] {
    const values = this.#seen.map(({ value }) => value);
    return [values.reduce((a, b) => (b < a ? b : a)), values.reduce((a, b) => (b > a ? b : a))];
  }

  /** The levels between what was seen, those next to 0 first. */
  #levels(): bigint[] {
    if (this.#seen.length === 0) return [];
    const [low, high] = this.#range();
    if (this.edge.at === "zero") return low <= 0n && high >= 0n ? [0n] : [];
    const [from, to] = [ceilOf(low), floorOf(high)];
    const first = from > 0n ? from : to < 0n ? to : 0n;
    const around = Array.from({ length: 2 * mostLevels }, (_, i) =>
      i % 2 ? first + BigInt(i + 1) / 2n : first - BigInt(i) / 2n,
    );
    return around.filter((level) => level >= from && level <= to).slice(0, mostLevels);
  }

  /** How far the expression is above or below a level. */
  #above(level: bigint, side: bigint): Heights {
    return (point) => {
      const low = this.#height(point);
      return low && { ...low, value: side * (low.value - level * unit) };
    };
  }

  /** A place at which a level is touched, as near to it as steps along single names lead. */
  #sharpened(point: Point, at: Heights): Low | undefined {
    let low = at(point);
    const integers = integerNames(this.assumptions);
    for (const name of point.symbols.keys())
      if (low && !integers.has(name)) low = lowestAlong(new Map([[name, one]]), low, at, fine);
    return low;
  }
}

const floorOf = (value: bigint): bigint =>
  value >= 0n ? value / unit : -((-value + unit - 1n) / unit);
const ceilOf = (value: bigint): bigint => -floorOf(-value);
const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);
