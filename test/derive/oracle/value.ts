import {
  compareQ,
  floorQ,
  inverse,
  isWhole,
  minus,
  plus,
  type Q,
  q,
  signOf,
  times,
} from "./rational.js";

/** A value is a fraction where it is exact, and otherwise an integer over 2^`bits`: some 150 digits. */
export type Value = Q | { fixed: bigint };

/** A division by zero, a logarithm of what is not positive, a root of what is negative. */
export class Undefined extends Error {}
/** What this evaluator cannot tell; it says nothing about the expression. */
export class Unclear extends Error {}

export const bits = 512n;
const one = 1n << bits;
/** Below this a value that is not exact may be zero. */
const dust = 1n << (bits - 240n);

const isQ = (value: Value): value is Q => "d" in value;
export const fixedOf = (value: Value): bigint =>
  isQ(value) ? (value.n << bits) / value.d : value.fixed;
export const exactly = (value: Value): Q => {
  if (isQ(value)) return value;
  throw new Unclear("no exact value");
};

export const sumV = (a: Value, b: Value): Value =>
  isQ(a) && isQ(b) ? plus(a, b) : { fixed: fixedOf(a) + fixedOf(b) };
export const productV = (a: Value, b: Value): Value => {
  if (isQ(a) && isQ(b)) return times(a, b);
  if ((isQ(a) && a.n === 0n) || (isQ(b) && b.n === 0n)) return q(0);
  return { fixed: (fixedOf(a) * fixedOf(b)) >> bits };
};
export const minusV = (a: Value): Value => (isQ(a) ? minus(a) : { fixed: -a.fixed });

export function inverseV(a: Value): Value {
  if (isQ(a) && a.n === 0n) throw new Undefined("division by zero");
  if (isQ(a)) return inverse(a);
  if (abs(a.fixed) < dust) throw new Unclear("division by what may be zero");
  return { fixed: (one * one) / a.fixed };
}

/** -1, 0 or 1. @throws Unclear where a value that is not exact may be zero */
export function signV(a: Value): number {
  if (isQ(a)) return signOf(a);
  if (abs(a.fixed) < dust) throw new Unclear("the sign of what may be zero");
  return a.fixed > 0n ? 1 : -1;
}

export function powerV(a: Value, exponent: Q): Value {
  if (isWhole(exponent)) {
    const n = exponent.n < 0n ? -exponent.n : exponent.n;
    if (n > 4000n) throw new Unclear("a large power");
    let [result, base]: Value[] = [q(1), a];
    for (let k = n; k > 0n; k >>= 1n) {
      if (k & 1n) result = productV(result, base);
      base = k > 1n ? productV(base, base) : base;
    }
    return exponent.n < 0n ? inverseV(result) : result;
  }
  const sign = signV(a);
  if (sign < 0) throw new Undefined("a root of what is negative");
  if (sign === 0) return exponent.n > 0n ? q(0) : inverseV(q(0));
  if (exponent.d === 2n) return powerV(sqrtV(a), q(exponent.n));
  return expV(productV(exponent, logV(a)));
}

export function sqrtV(a: Value): Value {
  const sign = signV(a);
  if (sign < 0) throw new Undefined("a root of what is negative");
  if (isQ(a)) {
    const [n, d] = [root(a.n), root(a.d)];
    if (n * n === a.n && d * d === a.d) return q(n, d);
  }
  return { fixed: root(fixedOf(a) << bits) };
}

/** The real cube root, negative below 0. */
export function cbrtV(a: Value): Value {
  const sign = signV(a);
  if (sign < 0) return minusV(cbrtV(minusV(a)));
  if (sign === 0) return q(0);
  if (isQ(a)) {
    const [n, d] = [cubeRoot(a.n), cubeRoot(a.d)];
    if (n ** 3n === a.n && d ** 3n === a.d) return q(n, d);
  }
  return { fixed: cubeRoot(fixedOf(a) << (2n * bits)) };
}

export function expV(a: Value): Value {
  if (isQ(a) && a.n === 0n) return q(1);
  const x = fixedOf(a);
  if (abs(x) > 150n * one) throw new Unclear("a large exponential");
  // e^x = 2^k e^r with |r| <= ln 2, by its series after halving r twenty times.
  const k = x / ln2;
  const extra = 64n;
  const r = ((x - k * ln2) << extra) >> 20n;
  const unit = one << extra;
  let [term, sum] = [unit, unit];
  for (let i = 1n; term !== 0n && i < 100n; i++) {
    term = (term * r) / (unit * i);
    sum += term;
  }
  for (let i = 0; i < 20; i++) sum = (sum * sum) / unit;
  const value = sum >> extra;
  return { fixed: k >= 0n ? value << k : value >> -k };
}

export function logV(a: Value): Value {
  if (signV(a) <= 0) throw new Undefined("a logarithm of what is not positive");
  if (isQ(a) && a.n === a.d) return q(0);
  return { fixed: logFixed(fixedOf(a)) };
}

/** ln x = 2 artanh((x - 1)/(x + 1)), after dividing by a power of two. */
function logFixed(x: bigint): bigint {
  if (x <= 0n) throw new Unclear("a logarithm of what may be zero");
  const k = BigInt(x.toString(2).length) - 1n - bits;
  const reduced = k >= 0n ? x >> k : x << -k;
  return artanh2(((reduced - one) << bits) / (reduced + one)) + k * ln2;
}

function artanh2(t: bigint): bigint {
  const square = (t * t) >> bits;
  let [power, sum] = [t, 0n];
  for (let i = 1n; power !== 0n && i < 1000n; i += 2n) {
    sum += power / i;
    power = (power * square) >> bits;
  }
  return 2n * sum;
}

const ln2 = artanh2(one / 3n); // ln 2 = 2 artanh(1/3)

/** pi = 16 arctan(1/5) - 4 arctan(1/239). @source Machin (1706) */
export const pi: Value = { fixed: 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n) };

function arctanOfInverse(x: bigint): bigint {
  let [power, sum] = [one / x, 0n];
  for (let i = 1n; power !== 0n; i += 2n) {
    sum += (i % 4n === 1n ? power : -power) / i;
    power /= x * x;
  }
  return sum;
}

export function floorV(a: Value): Value {
  if (isQ(a)) return q(floorQ(a));
  const whole = a.fixed >> bits;
  const rest = a.fixed - (whole << bits);
  if (rest < dust || one - rest < dust) throw new Unclear("the floor of what may be whole");
  return q(whole);
}

/** -1, 0, 1; 0 for values that are not exact and agree to some 72 digits, or within `loose` where that is given. */
export function compareV(a: Value, b: Value, loose = 0): number {
  if (isQ(a) && isQ(b)) return compareQ(a, b);
  const [x, y] = [fixedOf(a), fixedOf(b)];
  const size = abs(x) > one ? abs(x) : one;
  const tolerance = loose ? (size * BigInt(Math.round(loose * 1e15))) / 10n ** 15n : size >> 240n;
  return abs(x - y) <= tolerance ? 0 : x > y ? 1 : -1;
}

function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}

/** The integer square root. */
function root(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** The whole part of a cube root, bit by bit. */
function cubeRoot(n: bigint): bigint {
  let x = 0n;
  for (let bit = 1n << BigInt(Math.ceil(n.toString(2).length / 3)); bit > 0n; bit >>= 1n)
    if ((x + bit) ** 3n <= n) x += bit;
  return x;
}
