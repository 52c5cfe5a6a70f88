import { Rational } from "../../num/index.js";
import { admits, type Assumptions, integerNames } from "../assumptions.js";
import { isNoAnswer } from "../errors.js";
import { evaluate, type Point } from "../evaluate/evaluate.js";
import { intervals } from "../evaluate/interval.js";
import { points } from "../evaluate/points.js";
import { Arithmetic } from "../evaluate/value.js";
import { type Expr, subtract } from "../expression.js";
import { simplestBetween } from "../roots/simplestBetween.js";

/** Enclosures only guide the way: what is found is compared as any other point. */
const math = new Arithmetic(intervals(96));
const sampled = 40;
const starts = 3;
const sweeps = 3;
/** Sweeps where a place is wanted at which sides touch. */
const mostSweeps = 12;
const mostSteps = 60;
const mostValues = 2_000;
/** How far beside a place at which sides touch it is looked, and how many times as large the difference is there. */
const aside = Rational.of(1n, 1n << 8n);
const manyTimes = 1n << 10n;
const finest = Rational.of(1n, 1n << 26n);
/** How far around the lowest place a simpler fraction is looked for. */
const around = [4n, 10n, 16n, 22n].map((k) => Rational.of(1n, 1n << k));
const half = Rational.of(1n, 2n);
const two = Rational.of(2n);
const one = Rational.of(1n);

/** A point, and how high the difference is there: twice its value, in units of 2^-96. */
interface Low {
  point: Point;
  value: bigint;
}
type Heights = (point: Point) => Low | undefined;

/**
 * The lowest places of the difference that a descent finds from the lowest of the usual points, and simple fractions near
 * them: where an inequality nearly fails, it may fail.
 */
export function* lowPoints(sides: [Expr, Expr], assumptions: Assumptions): Generator<Point> {
  for (const { low } of descents(sides, assumptions, sweeps)) {
    yield low.point;
    const simple = around.map((width) => simplified(low.point, width));
    yield* simple.filter((point) => admits(assumptions, point, math));
  }
}

/**
 * A point near which the two sides seem to touch: a descent ends there, and a little to either side, as far as the
 * assumptions admit it, the difference is many times as large. A place that they exclude is none.
 */
export function touchingPoint(sides: [Expr, Expr], assumptions: Assumptions): Point | undefined {
  for (const { low, at } of descents(sides, assumptions, mostSweeps)) {
    const rises = [...low.point.symbols.keys()].map((name) => {
      const along = new Map([[name, one]]);
      const beside = [aside, aside.neg()].map((by) => at(moved(low.point, along, by)));
      if (beside.some((own) => !own || own.value < low.value)) return undefined;
      return beside.every((own) => own!.value > manyTimes * (low.value + 1n));
    });
    const isInside = around.every((width) =>
      admits(assumptions, simplified(low.point, width), math),
    );
    if (isInside && !rises.includes(undefined) && rises.includes(true)) return low.point;
  }
  return undefined;
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

/** Where descents end that begin at the lowest of the usual points, with what tells how high other points are. */
function* descents(
  [left, right]: [Expr, Expr],
  assumptions: Assumptions,
  most: number,
): Generator<{ low: Low; at: Heights }> {
  const gap = subtract(right, left);
  const integers = integerNames(assumptions);
  let values = 0;
  const at: Heights = (point) => {
    if (values++ >= mostValues) return undefined;
    const value = admits(assumptions, point, math) ? heightOf(gap, point) : undefined;
    return value === undefined ? undefined : { point, value };
  };
  const found: Low[] = [];
  for (const point of points([gap], assumptions, math)) {
    if (found.length >= sampled) break;
    const low = at(point);
    if (low) found.push(low);
  }
  found.sort((a, b) => (a.value < b.value ? -1 : 1));
  for (const start of found.slice(0, starts)) {
    let low = start;
    for (let sweep = 0, before: Low | undefined; sweep < most && low !== before; sweep++) {
      before = low;
      for (const name of start.point.symbols.keys()) {
        const along = new Map([[name, one]]);
        low = lowestAlong(along, low, at, integers.has(name) ? one : finest);
      }
    }
    yield { low, at };
  }
}

/** The lowest point on a line: by steps that grow while it goes down, and shrink where it does not. */
function lowestAlong(
  line: ReadonlyMap<string, Rational>,
  start: Low,
  at: Heights,
  least: Rational,
): Low {
  let low = start;
  let step = one;
  for (let i = 0; i < mostSteps && step.abs().compare(least) >= 0; i++) {
    const next = [step, step.neg()]
      .map((by) => at(moved(low.point, line, by)))
      .find((own) => own && own.value < low.value);
    if (next) [low, step] = [next, step.mul(two)];
    else step = step.mul(half);
  }
  return low;
}

const moved = (point: Point, line: ReadonlyMap<string, Rational>, by: Rational): Point => ({
  ...point,
  symbols: new Map(
    [...point.symbols].map(([name, value]) => {
      const slope = line.get(name);
      return [name, slope ? value.add(slope.mul(by)) : value];
    }),
  ),
});

function heightOf(gap: Expr, point: Point): bigint | undefined {
  try {
    const { lo, hi } = math.wide(evaluate(gap, point, math));
    return lo + hi;
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}
