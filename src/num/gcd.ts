/** Up to here doubles hold every integer; they are divided many times as fast as long integers. */
const mostExact = BigInt(Number.MAX_SAFE_INTEGER);

/** Greatest common divisor, not negative; 0 of 0 and 0. */
export function gcd(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b > mostExact) [a, b] = [b, a % b];
  if (b === 0n) return a;
  let [x, y] = [Number(b), Number(a % b)];
  while (y) [x, y] = [y, x % y];
  return BigInt(x);
}

/** Least common multiple of two integers above 0. */
export const lcm = (left: bigint, right: bigint): bigint => (left / gcd(left, right)) * right;
