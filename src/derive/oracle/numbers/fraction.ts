/** A fraction in lowest terms with a positive denominator; apart from the engine's on purpose. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

/** @throws RangeError for a denominator of 0 */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  let [num, den] = [BigInt(n), BigInt(d)];
  if (den === 0n) throw new RangeError("fraction: d must not be 0");
  if (den < 0n) [num, den] = [-num, -den];
  const common = den === 1n ? 1n : gcd(num < 0n ? -num : num, den);
  return common === 1n ? { n: num, d: den } : { n: num / common, d: den / common };
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d + b.n * a.d, a.d * b.d);
/** Divided out crosswise: a short factor of a long one has a short divisor in common with it, which is found at once. */
export function times(a: Fraction, b: Fraction): Fraction {
  const [one, other] = [fraction(a.n, b.d), fraction(b.n, a.d)];
  return { n: one.n * other.n, d: one.d * other.d };
}
export const minus = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
export const inverse = (a: Fraction): Fraction => fraction(a.d, a.n);
export const signOf = (a: Fraction): -1 | 0 | 1 => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
export const compare = (a: Fraction, b: Fraction): -1 | 0 | 1 => signOf(plus(a, minus(b)));
export const isWhole = (a: Fraction): boolean => a.d === 1n;

export function floorOf({ n, d }: Fraction): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d);
}

/** `-3`, `7/2`, `0.25`, `1e-3` as a fraction. @throws RangeError for another text */
export function readFraction(text: string): Fraction {
  const [top, bottom] = text.split("/");
  if (bottom !== undefined) return times(readFraction(top), inverse(readFraction(bottom)));
  const match = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text.trim());
  if (!match || match[2] + match[3] === "") throw new RangeError(`no fraction: ${text}`);
  const [, sign, whole, places, power = "0"] = match;
  const exponent = Number(power) - places.length;
  const digits = BigInt(`${sign}${whole}${places}`);
  return exponent < 0
    ? fraction(digits, 10n ** BigInt(-exponent))
    : fraction(digits * 10n ** BigInt(exponent));
}

export const fractionText = ({ n, d }: Fraction): string => (d === 1n ? `${n}` : `${n}/${d}`);

/** The nearest double, for fractions of any length. */
export function toDouble({ n, d }: Fraction): number {
  const [top, bottom] = [Number(n), Number(d)];
  if (Number.isFinite(top) && Number.isFinite(bottom)) return top / bottom;
  const shift = BigInt(bitLength(n) - bitLength(d));
  const scaled = shift >= 0n ? (n << 64n) / (d << shift) : (n << (64n - shift)) / d;
  return Number(scaled) * 2 ** (Number(shift) - 64);
}

/** A fraction with a small denominator near a double; undefined where none is. */
// A small denominator is told by six digits, a larger one takes nine: otherwise chance would find one for any value.
export const nearFraction = (value: number): Fraction | undefined =>
  within(value, 60, 1e-6) ?? within(value, 5000, 1e-9);

/** A double tells no fraction of a larger value, and its continued fraction is past its digits after so many terms. */
const largest = 1e12;
const mostTerms = 24;

function within(value: number, most: number, gap: number): Fraction | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > largest) return undefined;
  let [h, k, h0, k0] = [1, 0, 0, 1];
  let rest = value;
  for (let i = 0; i < mostTerms; i++) {
    const whole = Math.floor(rest);
    [h, h0] = [whole * h + h0, h];
    [k, k0] = [whole * k + k0, k];
    if (k > most || !Number.isSafeInteger(h)) return undefined;
    if (Math.abs(value - h / k) <= gap * Math.max(1, Math.abs(value))) return fraction(h, k);
    rest = 1 / (rest - whole);
  }
  return undefined;
}

export const bitLength = (n: bigint): number => {
  const size = n < 0n ? -n : n;
  if (size <= BigInt(Number.MAX_SAFE_INTEGER))
    return size === 0n ? 0 : Math.floor(Math.log2(Number(size))) + 1;
  const text = size.toString(16);
  return 4 * (text.length - 1) + (32 - Math.clz32(Number.parseInt(text[0], 16)));
};

function gcd(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
