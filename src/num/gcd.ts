/** Greatest common divisor, not negative; 0 of 0 and 0. */
export function gcd(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b) [a, b] = [b, a % b];
  return a;
}

/** Least common multiple of two integers above 0. */
export const lcm = (left: bigint, right: bigint): bigint => (left / gcd(left, right)) * right;
