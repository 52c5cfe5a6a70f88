import { Rational } from "../../../num/index.js";

/** A direction in which names change, each with its slope. */
export type Line = ReadonlyMap<string, Rational>;

/** A step on which heights are nearly parabolas, and after which their second differences keep 64 of 96 bits. */
const exponent = 16n;
const step = Rational.of(1n, 1n << exponent);
const h = 2 ** -Number(exponent);
const one = Rational.of(1n);
/** A slope is a multiple of this, so that places do not grow longer with each step. */
const coarse = 2 ** 36;
/** Each doubles the damping, from 2^-12 of the steepest bend to 2^27 times it, where a step moves nothing. */
const mostDampings = 40;

/**
 * The step onto the lowest place of the parabola that fits heights around a point (Newton's method): in a valley that
 * bends, no single name shows the way. A parabola that falls without end is bent up until it does not. Undefined where
 * a height is missing, or where nothing falls.
 *
 * @param height of the point moved along a line, in any unit
 */
export function newtonStep(
  names: readonly string[],
  height: (line: Line, by: Rational) => bigint | undefined,
): Line | undefined {
  const axes = names.map((name): [string, Rational] => [name, one]);
  const own = height(new Map(), step);
  const up = axes.map((axis) => height(new Map([axis]), step));
  const down = axes.map((axis) => height(new Map([axis]), step.neg()));
  const both = axes.map((a, i) => axes.map((b, j) => (j < i ? height(new Map([a, b]), step) : 0n)));
  if ([own, ...up, ...down, ...both.flat()].includes(undefined)) return undefined;
  const slopes = names.map((_, i) => Number(up[i]! - down[i]!) / (2 * h));
  const bend = (i: number, j: number): number => {
    if (i === j) return Number(up[i]! + down[i]! - 2n * own!) / h ** 2;
    return j < i ? Number(both[i][j]! - up[i]! - up[j]! + own!) / h ** 2 : bend(j, i);
  };
  const bends = names.map((_, i) => names.map((_, j) => bend(i, j)));
  const most = Math.max(...bends.flat().map(Math.abs));
  for (let k = 0, damping = 0; k < mostDampings; k++) {
    const way = lowestOf(bends, slopes, damping);
    if (way) return lineOf(names, way);
    damping = damping === 0 ? most / 2 ** 12 : 2 * damping;
  }
  return undefined;
}

function lineOf(names: readonly string[], way: number[]): Line | undefined {
  const slopes = way.map((slope) => Math.round(slope * coarse));
  if (!slopes.every(Number.isFinite) || slopes.every((slope) => slope === 0)) return undefined;
  return new Map(names.map((name, i) => [name, Rational.of(BigInt(slopes[i]), BigInt(coarse))]));
}

/** Where a parabola is lowest, by elimination; undefined if it falls without end in some direction. */
function lowestOf(bends: number[][], slopes: number[], damping: number): number[] | undefined {
  const rows = bends.map((row, i) => [
    ...row.map((value, j) => (i === j ? value + damping : value)),
    -slopes[i],
  ]);
  for (const [i, pivot] of rows.entries()) {
    if (!(pivot[i] > 0)) return undefined;
    for (const row of rows.slice(i + 1)) {
      const times = row[i] / pivot[i];
      for (let j = i; j < row.length; j++) row[j] -= times * pivot[j];
    }
  }
  const way: number[] = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    const known = way.reduce((sum, value, k) => sum + rows[i][rows.length - 1 - k] * value, 0);
    way.push((rows[i][rows.length] - known) / rows[i][i]);
  }
  return way.reverse();
}
