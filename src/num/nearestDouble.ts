/**
 * The double nearest to `num / den`, ties to even; infinite beyond the largest double.
 *
 * @param den an integer > 0
 */
export function nearestDouble(num: bigint, den: bigint): number {
  const negative = num < 0n;
  const magnitude = negative ? -num : num;
  const value = positiveDouble(magnitude, den);
  return negative ? -value : value;
}

// Operands up to this are doubles themselves, so that one division of doubles rounds once.
const exactLimit = 1n << 53n;

function positiveDouble(num: bigint, den: bigint): number {
  if (num <= exactLimit && den <= exactLimit) return Number(num) / Number(den);
  const exponent = bits(num) - bits(den) - 64;
  const top = exponent < 0 ? num << BigInt(-exponent) : num;
  const bottom = exponent > 0 ? den << BigInt(exponent) : den;
  const quotient = top / bottom; // 64 or 65 bits
  // A last bit that says whether anything follows: rounding those 64 bits then rounds the fraction.
  return scaled(quotient * bottom === top ? quotient : quotient | 1n, exponent);
}

/** `mantissa * 2^exponent`, rounded once also where the result has fewer than 53 bits. */
function scaled(mantissa: bigint, exponent: number): number {
  const lost = -1074 - exponent; // bits below the smallest double
  if (lost > bits(mantissa) - 53) {
    const kept = mantissa >> BigInt(lost);
    const rest = mantissa - (kept << BigInt(lost));
    const half = 1n << BigInt(lost - 1);
    const up = rest > half || (rest === half && (kept & 1n) === 1n);
    return Number(up ? kept + 1n : kept) * 2 ** -1074;
  }
  // Two factors, since 2 ** exponent alone may leave the range while the product does not.
  const first = Math.trunc(exponent / 2);
  return Number(mantissa) * 2 ** first * 2 ** (exponent - first);
}

function bits(value: bigint): number {
  const digits = value.toString(16);
  return 4 * (digits.length - 1) + 32 - Math.clz32(parseInt(digits[0], 16));
}

/**
 * The fraction that a finite double is, in lowest terms: its denominator is a power of two.
 *
 * 0.1, for instance, is 3602879701896397/36028797018963968.
 */
export function doubleFraction(value: number): { num: bigint; den: bigint } {
  const { whole, power } = overPowerOfTwo(value);
  return { num: BigInt(whole), den: 1n << BigInt(power) };
}

/** Finite doubles as integers over one power of two: the n-th is `nums[n] / den`. */
export function commonFraction(values: readonly number[]): { nums: bigint[]; den: bigint } {
  const parts = values.map(overPowerOfTwo);
  const most = parts.reduce((largest, { power }) => Math.max(largest, power), 0);
  return {
    nums: parts.map(({ whole, power }) => BigInt(whole) << BigInt(most - power)),
    den: 1n << BigInt(most),
  };
}

// Doubling a double is exact, and ends at the first integer: the fraction is in lowest terms.
function overPowerOfTwo(value: number): { whole: number; power: number } {
  let whole = value;
  let power = 0;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    power += 1;
  }
  return { whole, power };
}
