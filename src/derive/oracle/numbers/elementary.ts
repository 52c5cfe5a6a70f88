import { cannotTell } from "./field.js";
import { bitLength } from "./fraction.js";
import type { Range } from "./long.js";

// Each function is computed in units of 2^-w with w = bits + 64. Every truncated term is off by less than a unit, there
// are fewer than 2^12 of them, and what follows multiplies that by less than 2^20: 2^40 units enclose the value.
const guard = 64n;
const error = 1n << 40n;

const enclosed = (value: bigint, w: bigint): Range => ({
  lo: value - error,
  hi: value + error,
  e: -Number(w),
});

/** m 2^e in units of 2^-w, rounded down. */
const fixed = (m: bigint, e: number, w: bigint): bigint => {
  const shift = BigInt(e) + w;
  return shift >= 0n ? m << shift : m >> -shift;
};

/** Larger results have exponents of more than 2^24, and e^x asks for as many more bits of log 2. */
const mostBits = 24;
/** Turns of a cosine: its argument is reduced with so many more bits. */
const farthest = 64;

/** e^(m 2^e): halve the argument sixteen times and sum the series, then square as often. */
export function exponential(m: bigint, e: number, bits: number): Range {
  if (bitLength(m) + e > mostBits) return cannotTell("an exponential beyond measure");
  const w = BigInt(bits) + guard;
  const unit = 1n << w;
  // e^x = 2^k e^r; the quotient k has fewer than 26 bits, so 32 more bits of ln 2 keep r within a unit.
  const extra = w + 32n;
  const two = ln2(extra);
  const x = fixed(m, e, extra);
  const k = x / two;
  const halvings = 16n;
  const r = (x - k * two) >> (32n + halvings);
  let [term, sum] = [unit, unit];
  for (let i = 1n; term !== 0n && term !== -1n; i++) {
    term = (term * r) >> w;
    term /= i;
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) sum = (sum * sum) >> w;
  const found = enclosed(sum, w);
  return { ...found, e: found.e + Number(k) };
}

/** ln(m 2^e) = ln y + k ln 2 with 3/4 <= y < 3/2, and ln y = 2 artanh((y - 1)/(y + 1)). */
export function logarithm(m: bigint, e: number, bits: number): Range {
  const w = BigInt(bits) + guard;
  const unit = 1n << w;
  let k = bitLength(m) + e;
  if (Math.abs(k) > 2 ** mostBits) return cannotTell("a logarithm beyond measure");
  let y = fixed(m, e - k, w);
  if (4n * y < 3n * unit) [y, k] = [fixed(m, e - k + 1, w), k - 1];
  return enclosed(artanh2(((y - unit) << w) / (y + unit), w) + BigInt(k) * ln2(w), w);
}

/** cos(m 2^e), by its series after taking off whole turns and quartering the argument. */
export function cosine(m: bigint, e: number, bits: number): Range {
  if (bitLength(m) + e > farthest) return cannotTell("a cosine far out");
  const w = BigInt(bits) + guard;
  const halvings = 8n;
  const wide = w + BigInt(farthest) + halvings;
  const turn = 2n * machin(wide);
  const x = fixed(m, e, wide);
  const r = (x - (x / turn) * turn) >> (wide - w + halvings);
  // 1 - cos loses nothing by doubling: with v = 1 - cos r, 1 - cos 2r = 2v(2 - v).
  const square = (r * r) >> w;
  let term = square / 2n;
  let v = term;
  for (let i = 3n; term !== 0n && term !== -1n; i += 2n) {
    term = -((term * square) >> w) / (i * (i + 1n));
    v += term;
  }
  const two = 2n << w;
  for (let i = 0n; i < halvings; i++) v = (2n * v * (two - v)) >> w;
  return enclosed((1n << w) - v, w);
}

export const piAround = (bits: number): Range => {
  const w = BigInt(bits) + guard;
  return enclosed(machin(w), w);
};

/**
 * arctan(m 2^e): pi/2 less that of the inverse above 1, halved four times, by Euler's series, which is
 * x/(1 + x^2) times a sum whose k-th term is the one before times 2k/(2k + 1) x^2/(1 + x^2).
 */
export function arctangent(m: bigint, e: number, bits: number): Range {
  const w = BigInt(bits) + guard;
  if (bitLength(m) + e > 4096) return cannotTell("an arc tangent far out");
  const unit = 1n << w;
  const size = m < 0n ? -m : m;
  const isLarge = bitLength(size) + e > 0;
  let t = isLarge ? (unit << w) / fixed(size, e, w) : fixed(size, e, w);
  const halvings = 4n;
  for (let i = 0n; i < halvings; i++) t = (t << w) / (unit + rootBelow((unit << w) + t * t, 2n));
  const square = (t * t) >> w;
  const ratio = (square << w) / (unit + square);
  let term = (t << w) / (unit + square);
  let sum = 0n;
  for (let k = 1n; term > 0n; k++) {
    sum += term;
    term = (((term * ratio) >> w) * 2n * k) / (2n * k + 1n);
  }
  const found = sum << halvings;
  const value = isLarge ? machin(w) / 2n - found : found;
  return enclosed(m < 0n ? -value : value, w);
}

/** The n-th root, rounded down, by Newton's iteration from above. */
export function rootBelow(a: bigint, n: bigint): bigint {
  if (a < 2n) return a;
  let x = 1n << BigInt(Math.ceil(bitLength(a) / Number(n)));
  for (;;) {
    const next = ((n - 1n) * x + a / x ** (n - 1n)) / n;
    if (next >= x) return x;
    x = next;
  }
}

function artanh2(t: bigint, w: bigint): bigint {
  const square = (t * t) >> w;
  let [power, sum] = [t, 0n];
  for (let i = 1n; power !== 0n && power !== -1n; i += 2n) {
    sum += power / i;
    power = (power * square) >> w;
  }
  return 2n * sum;
}

const known = new Map<string, bigint>();
function remembered(name: string, w: bigint, make: () => bigint): bigint {
  const key = `${name} ${w}`;
  const held = known.get(key) ?? make();
  known.set(key, held);
  return held;
}

/** ln 2 = 2 artanh(1/3). */
const ln2 = (w: bigint): bigint => remembered("ln 2", w, () => artanh2((1n << w) / 3n, w));

/** pi = 16 arctan(1/5) - 4 arctan(1/239). @source Machin (1706) */
const machin = (w: bigint): bigint =>
  remembered("pi", w, () => 16n * arctanOfInverse(5n, w) - 4n * arctanOfInverse(239n, w));

function arctanOfInverse(x: bigint, w: bigint): bigint {
  let [power, sum] = [(1n << w) / x, 0n];
  for (let i = 1n; power !== 0n; i += 2n) {
    sum += (i % 4n === 1n ? power : -power) / i;
    power /= x * x;
  }
  return sum;
}
