import type { Rational } from "../../num/index.js";
import { cubeRootOf, squareRoot } from "./integerRoots.js";
import { NoValue, Undefined, cannotEvaluate } from "../tree/errors.js";

/** A real number between `lo` and `hi`, both in units of 2^-bits. */
export interface Interval {
  lo: bigint;
  hi: bigint;
}

/** Operations on intervals with a number of bits after the point, each result certain to hold the true value. */
export interface Intervals {
  bits: number;
  of(value: Rational): Interval;
  add(a: Interval, b: Interval): Interval;
  neg(a: Interval): Interval;
  mul(a: Interval, b: Interval): Interval;
  div(a: Interval, b: Interval): Interval;
  exp(a: Interval): Interval;
  log(a: Interval): Interval;
  sqrt(a: Interval): Interval;
  cbrt(a: Interval): Interval;
  sin(a: Interval): Interval;
  pi(): Interval;
  /** How often the enclosure of a value other than 0 came to hold 0, so that its sign was lost. */
  lost(): number;
}

const constants = new Map<string, bigint>();

export function intervals(bits: number): Intervals {
  const P = BigInt(bits);
  const one = 1n << P;
  /** e^x for x beyond has more bits than an end may. */
  const farthest = 6000n;
  /** An end 40 times as long as a usual one: the products of longer ones would dominate the work. */
  const largest = 1n << (P * 40n);
  /** A width up to which the upper end of a value follows from the lower one and a slope. */
  const narrow = one >> 20n;
  const floorBy = (num: bigint, den: bigint) => {
    const quotient = num / den;
    return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
  };
  const floor = (num: bigint, den: bigint) => (den < 0n ? floorBy(-num, -den) : floorBy(num, den));
  const ceil = (num: bigint, den: bigint) => -floor(-num, den);
  const shiftUp = (value: bigint) => -(-value >> P);
  const around = (value: bigint, error: bigint): Interval => ({
    lo: value - error,
    hi: value + error,
  });

  let lost = 0;
  const holdsZero = ({ lo, hi }: Interval) => lo <= 0n && hi >= 0n;
  /** The value that was made of others, which is counted where the sign that they had is lost. */
  const kept = (made: Interval, ...of: Interval[]): Interval => {
    if (holdsZero(made) && !of.some(holdsZero)) lost += 1;
    return made;
  };

  const add = (a: Interval, b: Interval): Interval => ({ lo: a.lo + b.lo, hi: a.hi + b.hi });
  const mul = (a: Interval, b: Interval): Interval => {
    const [lo, hi] = a.lo >= 0n && b.lo >= 0n ? [a.lo * b.lo, a.hi * b.hi] : extremes(a, b);
    if (hi > largest || lo < -largest) throw cannotEvaluate("a number too large to enclose");
    return kept({ lo: lo >> P, hi: shiftUp(hi) }, a, b);
  };
  const div = (a: Interval, b: Interval): Interval => {
    if (b.lo <= 0n && b.hi >= 0n) throw new NoValue("a divisor cannot be told from 0");
    const [x, y] = b.lo > 0n ? [a, b] : [negated(a), negated(b)];
    // What is negative is lowest over the least divisor, all else over the largest.
    const lo = floorBy(x.lo << P, x.lo < 0n ? y.lo : y.hi);
    const hi = -floorBy(-x.hi << P, x.hi > 0n ? y.lo : y.hi);
    return kept({ lo, hi }, a, b);
  };

  /** 2 atanh(1/n) or the like: series of z with its error, in units. */
  const atanhSeries = (z: bigint): [bigint, bigint] => {
    const square = (z * z) >> P;
    let [term, sum, k] = [z, z, 1n];
    while (term !== 0n && term !== -1n) {
      term = (term * square) >> P;
      k += 2n;
      sum += term / k;
    }
    return [2n * sum, 4n * k + 8n];
  };
  const cached = (name: string, make: () => [bigint, bigint]): Interval => {
    const key = `${name} ${bits}`;
    if (!constants.has(key)) {
      const [value, error] = make();
      constants.set(key, value);
      constants.set(`${key} error`, error);
    }
    return around(constants.get(key)!, constants.get(`${key} error`)!);
  };
  const ln2 = () => cached("ln2", () => atanhSeries(one / 3n));
  const arctan = (n: bigint): [bigint, bigint] => {
    let [term, sum, k] = [one / n, one / n, 1n];
    for (let sign = -1n; term !== 0n; sign = -sign) {
      term /= n * n;
      k += 2n;
      sum += (sign * term) / k;
    }
    return [sum, 2n * k + 4n];
  };
  const pi = () =>
    cached("pi", () => {
      const [a, x] = arctan(5n);
      const [b, y] = arctan(239n);
      return [16n * a - 4n * b, 16n * x + 4n * y];
    });

  /** e^x for one point x, with an error that covers truncation and rounding. */
  const expPoint = (x: bigint): Interval => {
    const log2 = ln2();
    const k = floor(x, log2.lo);
    if (k > farthest) throw cannotEvaluate("an exponential too large to enclose");
    if (k < -farthest) return { lo: 0n, hi: 1n };
    const size = k < 0n ? -k : k;
    const rest = x - k * log2.lo;
    let [term, sum, n] = [one, one, 0n];
    while (term !== 0n && term !== -1n) {
      n += 1n;
      term = ((term * rest) >> P) / n;
      sum += term;
    }
    // A term is off by less than 4 units, and the argument by `size` times the width of log 2, which e^x at most doubles.
    const reduced = around(sum, 4n * n + 16n + (size * (log2.hi - log2.lo) + size) * 8n);
    return k >= 0n
      ? { lo: reduced.lo << k, hi: reduced.hi << k }
      : { lo: reduced.lo >> -k, hi: -(-reduced.hi >> -k) };
  };
  /** The last one is kept: in a sum it stands in every term. */
  let latest: { x: bigint; log: Interval } | undefined;
  const logPoint = (x: bigint): Interval => {
    if (latest?.x !== x) latest = { x, log: logSeries(x) };
    return latest.log;
  };
  const logSeries = (x: bigint): Interval => {
    const k = BigInt(x.toString(2).length - 1) - P;
    const mantissa = k >= 0n ? x >> k : x << -k;
    const [value, error] = atanhSeries(((mantissa - one) << P) / (mantissa + one));
    // A mantissa that was cut is off by less than a unit, and its logarithm by little more.
    const lost = k > 0n ? 4n : 0n;
    return add(around(value, error + lost + 4n), mul({ lo: k << P, hi: k << P }, ln2()));
  };

  /** The sine of the middle, and as much to either side as the interval is wide: sin has a slope of at most 1. */
  const sin = (a: Interval): Interval => {
    const turn = { lo: 2n * pi().lo, hi: 2n * pi().hi };
    const middle = (a.lo + a.hi) >> 1n;
    const turns = floor(middle + (turn.lo >> 1n), turn.lo);
    const rest = middle - turns * turn.lo;
    const square = (rest * rest) >> P;
    let [term, sum, n] = [rest, rest, 1n];
    while (term !== 0n && term !== -1n) {
      term = -((term * square) >> P) / ((n + 1n) * (n + 2n));
      n += 2n;
      sum += term;
    }
    const size = turns < 0n ? -turns : turns;
    // A term is off by less than 16 units, by its own cut and that of the square; the argument by the width of its turns.
    const error = 16n * n + 32n + size * (turn.hi - turn.lo) + (a.hi - a.lo);
    const found = around(sum, error);
    return { lo: found.lo < -one ? -one : found.lo, hi: found.hi > one ? one : found.hi };
  };

  return {
    bits,
    sin,
    lost: () => lost,
    of: ({ num, den }) => {
      const made = { lo: floor(num << P, den), hi: ceil(num << P, den) };
      return num === 0n ? made : kept(made);
    },
    add,
    neg: negated,
    mul,
    div,
    exp: (a) => {
      const { lo, hi } = expPoint(a.lo);
      const width = a.hi - a.lo;
      // One series, not two: e^w is at most 1 + w + w^2 up to w = 1.
      const more = (hi * width) >> P;
      const top = width < narrow ? hi + more + ((more * width) >> P) + 2n : expPoint(a.hi).hi;
      return kept({ lo: lo < 0n ? 0n : lo, hi: top });
    },
    log: (a) => {
      if (a.hi < 0n) throw new Undefined("a logarithm is taken of a negative number");
      if (a.lo <= 0n) throw new NoValue("the value in a logarithm cannot be told from 0");
      const { lo, hi } = logPoint(a.lo);
      // log(1 + t) is at most t.
      const more = ((a.hi - a.lo) << P) / a.lo + 1n;
      return { lo, hi: more < narrow ? hi + more : logPoint(a.hi).hi };
    },
    sqrt: (a) => {
      if (a.hi < 0n) throw new Undefined("a root is taken of a negative number");
      if (a.lo < 0n) throw new NoValue("the value under a root cannot be told from 0");
      return { lo: squareRoot(a.lo << P), hi: squareRoot(a.hi << P) + 1n };
    },
    cbrt: ({ lo, hi }) => ({ lo: cubeRootOf(lo << (2n * P)), hi: cubeRootOf(hi << (2n * P)) + 1n }),
    pi,
  };
}

const negated = ({ lo, hi }: Interval): Interval => ({ lo: -hi, hi: -lo });

/** The least and the largest product of two intervals of any sign. */
function extremes(a: Interval, b: Interval): [bigint, bigint] {
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return [least(products), -least(products.map((value) => -value))];
}

const least = (values: bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a));
