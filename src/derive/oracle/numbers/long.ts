import { cannotTell, type Field, noValue, type Sign } from "./field.js";
import {
  bitLength,
  compare,
  floorOf,
  type Fraction,
  fraction,
  minus,
  plus,
  signOf,
  times,
  toDouble,
} from "./fraction.js";
import { arctangent, cosine, exponential, logarithm, piAround, rootBelow } from "./elementary.js";

/** The numbers from `lo` to `hi`, both in units of 2^e. */
export interface Range {
  lo: bigint;
  hi: bigint;
  e: number;
}
/** A fraction while it is exact and short, else a range. */
export type Long = Fraction | Range;

const isExact = (a: Long): a is Fraction => "d" in a;
/** Bits of an exact fraction, a few times those of the finest field: beyond, an enclosure is cheaper and as good. */
const longest = 3000;
/** Bits that an end has more than is asked for, and by how many more it may grow before it is cut. */
const spare = 8;
const slack = 32;

/** Numbers with as many bits as wanted: exact fractions where they stay short, enclosures with outward rounding elsewhere. */
export function longNumbers(bits: number): Field<Long> {
  const range = (a: Long): Range => {
    if (!isExact(a)) return a;
    const e = bitLength(a.n) - bitLength(a.d) - bits - spare;
    const [top, bottom] = e < 0 ? [a.n << BigInt(-e), a.d] : [a.n, a.d << BigInt(e)];
    const lo = floorOf({ n: top, d: bottom });
    return { lo, hi: lo * bottom === top ? lo : lo + 1n, e };
  };
  const rounded = (lo: bigint, hi: bigint, e: number): Range => {
    const excess = Math.max(bitLength(lo), bitLength(hi)) - bits - spare;
    if (excess <= slack) return { lo, hi, e };
    const shift = BigInt(excess);
    return { lo: lo >> shift, hi: -(-hi >> shift), e: e + excess };
  };
  const short = (a: Fraction): Long => (bitLength(a.n) + bitLength(a.d) > longest ? range(a) : a);
  const add = (a: Long, b: Long): Long => {
    if (isExact(a) && isExact(b)) return short(plus(a, b));
    const [x, y] = [range(a), range(b)];
    if (x.e < y.e) return sumOf(y, x);
    return sumOf(x, y);
  };
  /** `fine` has the smaller unit; where it is beyond reach it only widens the other. */
  const sumOf = (coarse: Range, fine: Range): Range => {
    const gap = coarse.e - fine.e;
    const size = Math.max(bitLength(coarse.lo), bitLength(coarse.hi));
    // Eight times as many bits as are kept: the finer number cannot be seen beside the other.
    if (gap + size > 8 * bits && gap > Math.max(bitLength(fine.lo), bitLength(fine.hi)))
      return { lo: coarse.lo - 1n, hi: coarse.hi + 1n, e: coarse.e };
    const shift = BigInt(gap);
    return rounded((coarse.lo << shift) + fine.lo, (coarse.hi << shift) + fine.hi, fine.e);
  };
  const mul = (a: Long, b: Long): Long => {
    if (isExact(a) && isExact(b)) return short(times(a, b));
    if ((isExact(a) && a.n === 0n) || (isExact(b) && b.n === 0n)) return fraction(0);
    const [x, y] = [range(a), range(b)];
    const all = [x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi];
    return rounded(all.reduce(lesser), all.reduce(greater), x.e + y.e);
  };
  const inverse = (a: Long): Long => {
    const sign = signIn(a);
    if (sign === 0) return noValue("a division by 0");
    if (sign === undefined) return cannotTell("a division by what may be 0");
    if (isExact(a)) return fraction(a.d, a.n);
    const k = 2 * bits + Math.max(bitLength(a.lo), bitLength(a.hi));
    const one = 1n << BigInt(k);
    return rounded(floorOf(positive(one, a.hi)), -floorOf(positive(-one, a.lo)), -k - a.e);
  };
  /** What a growing function is between its values at the ends, each an enclosure. */
  const grown = (f: (mantissa: bigint, e: number) => Range, a: Long): Long => {
    const { lo, hi, e } = range(a);
    if (lo === hi) return f(lo, e);
    const [from, to] = [f(lo, e), f(hi, e)];
    return joined(from, to);
  };
  const joined = (from: Range, to: Range): Range => {
    const e = Math.min(from.e, to.e);
    // The ends are brought to one unit: their numbers would have so many bits.
    if (Math.max(from.e, to.e) - e > 64 * bits)
      return cannotTell("a range of many orders of magnitude");
    return rounded(from.lo << BigInt(from.e - e), to.hi << BigInt(to.e - e), e);
  };
  const order = (a: Long, b: Long): Sign | undefined => signIn(add(a, neg(b)));
  const neg = (a: Long): Long => (isExact(a) ? minus(a) : { lo: -a.hi, hi: -a.lo, e: a.e });
  const cos = (a: Long): Long => {
    if (isExact(a) && a.n === 0n) return fraction(1);
    const { lo, hi, e } = range(a);
    const middle = cosine(lo + hi, e - 1, bits); // |cos x - cos y| <= |x - y|
    return add(middle, { lo: lo - hi, hi: hi - lo, e: e - 1 });
  };
  const root = (n: bigint, a: Long): Long => {
    if (isExact(a)) {
      const [top, bottom] = [rootBelow(a.n < 0n ? -a.n : a.n, n), rootBelow(a.d, n)];
      if (top ** n * (a.n < 0n ? -1n : 1n) === a.n && bottom ** n === a.d)
        return fraction(a.n < 0n ? -top : top, bottom);
    }
    return grown((mantissa, e) => rootRange(mantissa, e, n, bits), a);
  };
  const field: Field<Long> = {
    cost: Math.ceil(bits / 20),
    of: (value) => value,
    between: (low, high) => (compare(low, high) === 0 ? low : joined(range(low), range(high))),
    add,
    neg,
    mul,
    div: (a, b) => mul(a, inverse(b)),
    exp: (a) =>
      isExact(a) && a.n === 0n ? fraction(1) : grown((m, e) => exponential(m, e, bits), a),
    log(a) {
      const sign = highSign(a);
      if (sign <= 0) return noValue("a logarithm of what is not positive");
      if (signIn(a) !== 1) return cannotTell("a logarithm of what may be 0");
      if (isExact(a) && a.n === a.d) return fraction(0);
      return grown((m, e) => logarithm(m, e, bits), a);
    },
    sqrt(a) {
      if (highSign(a) < 0) return noValue("a root of what is negative");
      if (!isExact(a) && a.lo < 0n) return cannotTell("a root of what may be negative");
      return root(2n, a);
    },
    cbrt: (a) => root(3n, a),
    cos,
    sin(a) {
      if (isExact(a) && a.n === 0n) return a;
      return cos(add(a, mul(fraction(-1, 2), field.pi())));
    },
    atan: (a) => (isExact(a) && a.n === 0n ? a : grown((m, e) => arctangent(m, e, bits), a)),
    abs(a) {
      const sign = signIn(a);
      if (sign === undefined) {
        const { lo, hi, e } = a as Range;
        return { lo: 0n, hi: greater(-lo, hi), e };
      }
      return sign < 0 ? neg(a) : a;
    },
    larger(a, b) {
      const sign = order(a, b);
      if (sign !== undefined) return sign >= 0 ? a : b;
      const [x, y] = [range(a), range(b)];
      const e = Math.min(x.e, y.e);
      const [left, right] = [x, y].map((r) => ({
        lo: r.lo << BigInt(r.e - e),
        hi: r.hi << BigInt(r.e - e),
      }));
      return rounded(greater(left.lo, right.lo), greater(left.hi, right.hi), e);
    },
    floor(a) {
      if (isExact(a)) return fraction(floorOf(a));
      const whole = (x: bigint) => (a.e < 0 ? x >> BigInt(-a.e) : x << BigInt(a.e));
      if (whole(a.lo) !== whole(a.hi)) return cannotTell("the floor of what may be whole");
      return fraction(whole(a.lo));
    },
    pi: () => piAround(bits),
    sign(a) {
      const sign = signIn(a);
      return sign === undefined ? cannotTell("the sign of what may be 0") : sign;
    },
    exactly: (a) => (isExact(a) ? a : undefined),
    width: (a) => (isExact(a) ? 0 : toDouble(scaled(a.hi - a.lo, a.e))),
    near: (a) => toDouble(isExact(a) ? a : scaled(a.lo + a.hi, a.e - 1)),
    span(a) {
      const [middle, arm] = [field.near(a), field.width(a)];
      const slack = arm + Math.abs(middle) * 2 ** -50 + Number.MIN_VALUE;
      return isExact(a) && Number.isSafeInteger(middle) && a.d === 1n
        ? { lo: middle, hi: middle }
        : { lo: middle - slack, hi: middle + slack };
    },
  };
  return field;
}

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const positive = (n: bigint, d: bigint): Fraction => (d < 0n ? { n: -n, d: -d } : { n, d });

/** m 2^e with an exponent that a double has room for. */
const scaled = (m: bigint, e: number): Fraction =>
  e >= 0 ? { n: m << BigInt(Math.min(e, 2000)), d: 1n } : { n: m, d: 1n << BigInt(-e) };

function signIn(a: Long): Sign | undefined {
  if (isExact(a)) return signOf(a);
  return a.lo > 0n ? 1 : a.hi < 0n ? -1 : undefined;
}
const highSign = (a: Long): number => (isExact(a) ? signOf(a) : a.hi > 0n ? 1 : a.hi < 0n ? -1 : 0);

function rootRange(mantissa: bigint, e: number, n: bigint, bits: number): Range {
  const size = mantissa < 0n ? -mantissa : mantissa;
  // A multiple of n bits, so that the unit of the root is whole.
  let shift = Math.max(0, Number(n) * (bits + 8) - bitLength(size));
  shift += (((e - shift) % Number(n)) + Number(n)) % Number(n);
  const below = rootBelow(size << BigInt(shift), n);
  const unit = (e - shift) / Number(n);
  return mantissa < 0n
    ? { lo: -below - 1n, hi: -below, e: unit }
    : { lo: below, hi: below + 1n, e: unit };
}
