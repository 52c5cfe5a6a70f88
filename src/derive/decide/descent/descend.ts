import { Rational } from "../../../num/index.js";
import { admits, type Assumptions, integerNames } from "../../assumptions/assumptions.js";
import { isNoAnswer } from "../../tree/errors.js";
import { type Budget, evaluate, type Point } from "../../evaluate/evaluate.js";
import { intervals } from "../../evaluate/interval.js";
import { Arithmetic } from "../../evaluate/value.js";
import type { Expr } from "../../tree/expression.js";
import { type Line, newtonStep } from "./newton.js";

/** Enclosures only guide the way: what is found is compared as any other point. */
export const math = new Arithmetic(intervals(96));
/** Values that one descent may ask for. */
const mostValues = 1_500;
/** Steps of evaluation that all descents on an expression may take. */
const mostWork = 5_000_000;
/** Steps along one line. */
const mostSteps = 60;
/** Sweeps along all names, and steps of Newton after them: those that settle do so well before. */
const mostSweeps = 12;
const mostNewton = 24;
const one = Rational.of(1n);
const two = Rational.of(2n);
const half = Rational.of(1n, 2n);
/** What is as low as this fails already, or touches. */
const deepEnough = 1n << 37n;
/** Places are told this well: nearer, heights of 96 bits change by less than they are off. */
const finest = Rational.of(1n, 1n << 26n);
/** An enclosure that is narrower is one wherever it lies. */
const widest = 1n << 48n;
/** The least part of a Newton step that is tried. */
const leastPart = Rational.of(1n, 1n << 16n);

/** A point, and how high an expression is there: twice its value, in units of 2^-96. */
export interface Low {
  point: Point;
  value: bigint;
}
export type Heights = (point: Point) => Low | undefined;

/** How high an expression is at the points that the assumptions admit, as long as the work for it lasts. */
export function heights(
  expr: Expr,
  assumptions: Assumptions,
  budget: Budget = { steps: mostWork },
): Heights {
  return (point) => {
    if (budget.steps <= 0 || !admits(assumptions, point, math)) return undefined;
    try {
      const { lo, hi } = math.wide(evaluate(expr, point, math, budget));
      const value = lo + hi;
      const width = hi - lo;
      // An enclosure much wider than its distance from 0, as of x^10 exp(-x) far out, is no height.
      if (width > widest && width * width > value * value) return undefined;
      return { point, value };
    } catch (error) {
      if (isNoAnswer(error)) return undefined;
      throw error;
    }
  };
}

/** Goes down from a point: in each sweep along one name after the other, then by Newton's steps in all that are real. */
export function descend(start: Low, height: Heights, assumptions: Assumptions): Low {
  let left = mostValues;
  const at: Heights = (point) => (left-- > 0 ? height(point) : undefined);
  const names = [...start.point.symbols.keys()];
  const integers = integerNames(assumptions);
  const real = names.filter((name) => !integers.has(name));
  let low = start;
  for (let sweep = 0, before: Low | undefined; sweep < mostSweeps && low !== before; sweep++) {
    if (low.value < deepEnough) break;
    before = low;
    for (const name of names)
      low = lowestAlong(new Map([[name, one]]), low, at, integers.has(name) ? one : finest);
    if (real.length > 1) low = byNewton(real, low, at);
  }
  return low;
}

function byNewton(names: string[], start: Low, at: Heights): Low {
  let low = start;
  for (let k = 0; k < mostNewton; k++) {
    const way = newtonStep(names, (line, by) => at(moved(low.point, line, by))?.value);
    const next = way ? lowestAlong(way, low, at, leastPart) : low;
    if (next === low) break;
    low = next;
  }
  return low;
}

/** The lowest point on a line: by steps that grow while it goes down, and shrink where it does not. */
export function lowestAlong(line: Line, start: Low, at: Heights, least: Rational): Low {
  let low = start;
  let step = one;
  for (let i = 0; i < mostSteps && step.compare(least) >= 0; i++) {
    const next = [step, step.neg()]
      .map((by) => at(moved(low.point, line, by)))
      .find((own) => own && own.value < low.value);
    if (next) [low, step] = [next, step.mul(two)];
    else step = step.mul(half);
  }
  return low;
}

/** The point after so many steps along a line. */
export const moved = (point: Point, line: Line, by: Rational): Point => ({
  ...point,
  symbols: new Map(
    [...point.symbols].map(([name, value]) => {
      const slope = line.get(name);
      return [name, slope ? value.add(slope.mul(by)) : value];
    }),
  ),
});
