import { Rational } from "../../../num/index.js";
import { type Assumptions, integerNames } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { type Heights, type Low, math } from "../descent/descend.js";

/** Places where the sign changes, in all and from one point: a wave has endlessly many, each like the others. */
const mostCrossings = 4;
const mostPerEnd = 2;
/** How fine places are, in bits after the point. */
const bits = 110;
/** Halvings and secants of one search: halvings alone need as many steps as `bits`, and a secant may stay on one side. */
const mostSteps = 300;
/** What values are off by, more or less. */
const rounding = 1n << 10n;
/** A height that is as near to a level may have it. */
const near = 1n << BigInt(math.bits - 60);

/** Where a height passes a level between points that were seen on different sides of it, the nearest pairs first. */
export function* crossings(
  seen: readonly Low[],
  level: bigint,
  at: Heights,
  assumptions: Assumptions,
): Generator<Point> {
  const integers = [...integerNames(assumptions)];
  const above = seen.filter(({ value }) => value - level > near);
  const below = seen.filter(({ value }) => level - value > near);
  const pairs = below.flatMap((low) =>
    above
      .filter(({ point }) => integers.every((name) => isAlike(point, low.point, name)))
      .map((high) => ({ low, high, apart: apart(low.point, high.point) })),
  );
  pairs.sort((a, b) => a.apart - b.apart);
  let left = mostCrossings;
  const taken = new Map<Low, number>();
  for (const { low, high } of pairs) {
    if (left <= 0) return;
    // Other pairs of the same ends lead to the same places.
    const counts = [low, high].map((end) => taken.get(end) ?? 0);
    if (Math.max(...counts) >= mostPerEnd || Math.min(...counts) > 0) continue;
    taken.set(low, counts[0] + 1).set(high, counts[1] + 1);
    left -= 1;
    const point = crossing(low, high, level, at);
    if (point) yield point;
  }
}

const isAlike = (a: Point, b: Point, name: string): boolean =>
  a.symbols.get(name)?.compare(b.symbols.get(name)!) === 0 || !a.symbols.has(name);

function apart(a: Point, b: Point): number {
  const gaps = [...a.symbols].map(([name, value]) => value.sub(b.symbols.get(name)!).toNumber());
  return Math.hypot(...gaps);
}

/**
 * Where a height passes a level between two points on different sides of it, by the false position with the weight of
 * an end that stays halved (the Illinois rule), by bisection where that is slow, and by looking near the ends where one
 * of them is very far out. Undefined where it has no value on the way, is not admitted there, or jumps.
 */
function crossing(below: Low, above: Low, level: bigint, at: Heights): Point | undefined {
  const whole =
    1n << BigInt(bits + Math.max(0, Math.ceil(Math.log2(apart(below.point, above.point)))));
  const on = (part: bigint) => between(below.point, above.point, Rational.of(part, whole));
  let [from, to] = [0n, whole];
  let [low, high] = [below.value - level, above.value - level];
  for (let step = 0, kept = 0; step < mostSteps && to - from > 1n; step++) {
    const guess = step % 2 ? middle : guesses[(step / 2) % guesses.length];
    const part = guess(from, to, low, high);
    const found = at(on(part));
    if (!found) return undefined;
    const value = found.value - level;
    if (value < rounding && -value < rounding) return found.point;
    if (value < 0n) {
      [from, low] = [part, value];
      if (kept < 0) high = high / 2n || 1n;
      kept = -1;
    } else {
      [to, high] = [part, value];
      if (kept > 0) low = low / 2n || -1n;
      kept = 1;
    }
  }
  const end = at(on(from));
  return end && level - end.value < near ? end.point : undefined;
}

type Guess = (from: bigint, to: bigint, low: bigint, high: bigint) => bigint;
const middle: Guess = (from, to) => (from + to) >> 1n;
const falsePosition: Guess = (from, to, low, high) => {
  const guess = from + ((to - from) * low) / (low - high);
  return guess > from && guess < to ? guess : middle(from, to, low, high);
};
/** The distance from an end has half as many digits as that between both. */
const root = (size: bigint): bigint => 1n << BigInt(lengthOf(size) >> 1);
const nearFrom: Guess = (from, to) => from + root(to - from);
const nearTo: Guess = (from, to) => to - root(to - from);
const lengthOf = (size: bigint): number => size.toString(2).length;

/** What is tried in turn, each time beside the middle. */
const guesses = [falsePosition, falsePosition, nearFrom, nearTo];

const between = (a: Point, b: Point, part: Rational): Point => ({
  ...a,
  symbols: new Map(
    [...a.symbols].map(([name, value]) => {
      const way = b.symbols.get(name)!.sub(value);
      return [name, way.sign === 0 ? value : rounded(value.add(way.mul(part)))];
    }),
  ),
});

/** A value with as many bits as a place near 0 has, so that it is short far out, too. */
function rounded(value: Rational): Rational {
  const far = Math.min(bits, lengthOf(value.abs().floor()) - 1);
  const unit = Rational.of(1n, 1n << BigInt(bits - far));
  return Rational.of(value.div(unit).floor()).mul(unit);
}
