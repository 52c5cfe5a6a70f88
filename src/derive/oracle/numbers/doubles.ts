import { cannotTell, type Field, noValue, type Sign } from "./field.js";
import { fraction, toDouble } from "./fraction.js";

/** The numbers from `lo` to `hi`. */
export interface Span {
  lo: number;
  hi: number;
}

// An operation is within half a unit of the last place, a function of the platform (fdlibm's) within one or two. Both
// are widened by more; what doubles find is never published before long numbers have confirmed it.
const unit = 2 ** -52;
const slack = 2 ** -49;
const least = Number.MIN_VALUE;
/** Whole numbers up to this are exact. */
const safest = BigInt(Number.MAX_SAFE_INTEGER);

function widened(lo: number, hi: number, by = unit): Span {
  if (!(lo <= hi)) return cannotTell("a number too large for doubles");
  if (lo === Infinity) return { lo: Number.MAX_VALUE, hi };
  if (hi === -Infinity) return { lo, hi: -Number.MAX_VALUE };
  return { lo: lo - Math.abs(lo) * by - least, hi: hi + Math.abs(hi) * by + least };
}

const point = (value: number): Span => ({ lo: value, hi: value });
const single = ({ lo, hi }: Span): boolean => lo === hi;
/** 0 times anything is 0, also beyond all bounds. */
const product = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : x * y);

function add(a: Span, b: Span): Span {
  if (single(a) && a.lo === 0) return b;
  if (single(b) && b.lo === 0) return a;
  const [lo, hi] = [a.lo + b.lo, a.hi + b.hi];
  // Whole numbers stay exact, so that limits, indices and floors can be told.
  if (lo === hi && single(a) && Number.isSafeInteger(lo) && whole(a) && whole(b)) return point(lo);
  return widened(lo, hi);
}
const whole = ({ lo }: Span): boolean => Number.isSafeInteger(lo);

function mul(a: Span, b: Span): Span {
  if (single(a) && single(b)) {
    const value = product(a.lo, b.lo);
    if (value === 0 && (a.lo === 0 || b.lo === 0)) return point(0);
    if (Number.isSafeInteger(value) && whole(a) && whole(b)) return point(value);
    return widened(value, value);
  }
  const [p, q, r, s] = [
    product(a.lo, b.lo),
    product(a.lo, b.hi),
    product(a.hi, b.lo),
    product(a.hi, b.hi),
  ];
  const { lo, hi } = widened(Math.min(p, q, r, s), Math.max(p, q, r, s));
  return a.lo >= 0 && b.lo >= 0 ? { lo: Math.max(0, lo), hi } : { lo, hi };
}

function div(a: Span, b: Span): Span {
  if (b.lo <= 0 && b.hi >= 0) {
    if (single(b)) return noValue("a division by 0");
    return cannotTell("a division by what may be 0");
  }
  if (single(a) && single(b) && whole(a) && whole(b) && a.lo % b.lo === 0)
    return point(a.lo / b.lo);
  const inverse = widened(1 / b.hi, 1 / b.lo);
  return mul(a, inverse);
}

/** A function that grows, at both ends. */
const grown = (f: (x: number) => number, a: Span): Span => widened(f(a.lo), f(a.hi), slack);

function cos(a: Span): Span {
  if (single(a) && a.lo === 0) return point(1);
  /** Over half a turn a cosine takes all values; beyond 10^6 the turns below would be off. */
  if (!(a.hi - a.lo < 3) || Math.abs(a.hi) > 1e6) return { lo: -1, hi: 1 };
  const [x, y] = [Math.cos(a.lo), Math.cos(a.hi)];
  const turns = (offset: number): boolean =>
    Math.floor((a.hi + 1e-9 - offset) / (2 * Math.PI)) !==
    Math.floor((a.lo - 1e-9 - offset) / (2 * Math.PI));
  const { lo, hi } = widened(Math.min(x, y), Math.max(x, y), slack);
  return {
    lo: turns(Math.PI) ? -1 : Math.max(-1, lo - slack),
    hi: turns(0) ? 1 : Math.min(1, hi + slack),
  };
}

/** A quarter turn with a few units of the last place to either side. */
const quarter: Span = { lo: Math.PI / 2 - 1e-15, hi: Math.PI / 2 + 1e-15 };

/** Doubles with outward rounding: where a look is cheap. */
export const doubles: Field<Span> = {
  cost: 1,
  of(value) {
    const { n, d } = value;
    if (d === 1n && n <= safest && n >= -safest) return point(Number(n));
    const near = toDouble(value);
    // A quotient by a power of two is the double itself.
    if ((d & (d - 1n)) === 0n && n < 1n << 53n && n > -(1n << 53n) && d < 1n << 60n)
      return point(near);
    return widened(near, near, slack);
  },
  between: (low, high) => ({ lo: doubles.of(low).lo, hi: doubles.of(high).hi }),
  add,
  neg: (a) => ({ lo: -a.hi || 0, hi: -a.lo || 0 }),
  mul,
  div,
  exp(a) {
    if (single(a) && a.lo === 0) return point(1);
    const { lo, hi } = grown(Math.exp, a);
    return { lo: Math.max(0, lo), hi };
  },
  log(a) {
    if (a.hi <= 0) return noValue("a logarithm of what is not positive");
    if (a.lo <= 0) return cannotTell("a logarithm of what may be 0");
    if (single(a) && a.lo === 1) return point(0);
    const { lo, hi } = grown(Math.log, a);
    return { lo: lo - least, hi: hi + least };
  },
  sqrt(a) {
    if (a.hi < 0) return noValue("a root of what is negative");
    if (a.lo < 0) return cannotTell("a root of what may be negative");
    if (single(a) && Number.isInteger(Math.sqrt(a.lo)) && whole(a)) return point(Math.sqrt(a.lo));
    const { lo, hi } = grown(Math.sqrt, a);
    return { lo: Math.max(0, lo), hi };
  },
  cbrt(a) {
    const near = Math.round(Math.cbrt(a.lo));
    // The cube of a larger whole number is none that a double holds exactly.
    if (single(a) && near ** 3 === a.lo && Math.abs(near) < 200_000) return point(near);
    return grown(Math.cbrt, a);
  },
  cos,
  sin(a) {
    if (single(a) && a.lo === 0) return point(0);
    return cos(add(a, doubles.neg(quarter)));
  },
  atan: (a) => (single(a) && a.lo === 0 ? point(0) : grown(Math.atan, a)),
  abs(a) {
    if (a.lo >= 0) return a;
    if (a.hi <= 0) return doubles.neg(a);
    return { lo: 0, hi: Math.max(-a.lo, a.hi) };
  },
  larger: (a, b) => ({ lo: Math.max(a.lo, b.lo), hi: Math.max(a.hi, b.hi) }),
  floor(a) {
    const [low, high] = [Math.floor(a.lo), Math.floor(a.hi)];
    // Beyond 2^52 doubles are whole numbers, whatever the value was.
    if (low !== high || Math.abs(low) > 2 ** 52)
      return cannotTell("the floor of what may be whole");
    return point(low);
  },
  pi: () => ({ lo: 3.141592653589793, hi: 3.1415926535897936 }),
  sign(a): Sign {
    if (a.lo > 0) return 1;
    if (a.hi < 0) return -1;
    return single(a) ? 0 : cannotTell("the sign of what may be 0");
  },
  // Only whole numbers are kept exact by every operation above.
  exactly: (a) => (single(a) && whole(a) ? fraction(a.lo) : undefined),
  width: (a) => a.hi - a.lo,
  near: (a) => (a.lo + a.hi) / 2,
  span: (a) => a,
};
