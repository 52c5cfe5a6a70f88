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
const mostSteps = 60;
const mostValues = 2_000;
const finest = Rational.of(1n, 1n << 26n);
/** How far around the lowest place a simpler fraction is looked for. */
const around = [4n, 10n, 16n, 22n].map((k) => Rational.of(1n, 1n << k));
const half = Rational.of(1n, 2n);
const two = Rational.of(2n);
const one = Rational.of(1n);

interface Low {
  point: Point;
  value: bigint;
}

/**
 * The lowest places of the difference that a descent finds from the lowest of the usual points, and simple fractions near
 * them: where an inequality nearly fails, it may fail.
 */
export function* lowPoints(
  [left, right]: [Expr, Expr],
  assumptions: Assumptions,
): Generator<Point> {
  const gap = subtract(right, left);
  const integers = integerNames(assumptions);
  let values = 0;
  const at = (point: Point): Low | undefined => {
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
    for (let sweep = 0; sweep < sweeps; sweep++) {
      for (const name of start.point.symbols.keys())
        low = lowestAlong(name, low, at, integers.has(name) ? one : finest);
    }
    yield low.point;
    for (const width of around) {
      const symbols = [...low.point.symbols].map(
        ([name, value]) => [name, simplestBetween(value.sub(width), value.add(width))] as const,
      );
      yield { ...low.point, symbols: new Map(symbols) };
    }
  }
}

/** The lowest point as one name moves: by steps that grow while it goes down, and shrink where it does not. */
function lowestAlong(
  name: string,
  start: Low,
  at: (point: Point) => Low | undefined,
  least: Rational,
): Low {
  let low = start;
  let step = one;
  for (let i = 0; i < mostSteps && step.abs().compare(least) >= 0; i++) {
    const place = low.point.symbols.get(name)!;
    const next = [step, step.neg()]
      .map((by) => at(moved(low.point, name, place.add(by))))
      .find((own) => own && own.value < low.value);
    if (next) [low, step] = [next, step.mul(two)];
    else step = step.mul(half);
  }
  return low;
}

const moved = (point: Point, name: string, value: Rational): Point => ({
  ...point,
  symbols: new Map(point.symbols).set(name, value),
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
