/** A fraction in lowest terms with a positive denominator; apart from the engine's on purpose. */
export interface Q {
  n: bigint;
  d: bigint;
}

export function q(n: bigint | number, d: bigint | number = 1n): Q {
  let [num, den] = [BigInt(n), BigInt(d)];
  if (den === 0n) throw new RangeError("q: d must not be 0");
  if (den < 0n) [num, den] = [-num, -den];
  const common = gcd(num < 0n ? -num : num, den);
  return { n: num / common, d: den / common };
}

export const plus = (a: Q, b: Q): Q => q(a.n * b.d + b.n * a.d, a.d * b.d);
export const times = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d);
export const minus = (a: Q): Q => ({ n: -a.n, d: a.d });
export const inverse = (a: Q): Q => q(a.d, a.n);
export const signOf = (a: Q): number => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
export const compareQ = (a: Q, b: Q): number => signOf(plus(a, minus(b)));
export const isWhole = (a: Q): boolean => a.d === 1n;

export function floorQ({ n, d }: Q): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d);
}

/** `-3`, `7/2`, `0.25`, `1e-3` as a fraction. */
export function readQ(text: string): Q {
  const [top, bottom] = text.split("/");
  if (bottom !== undefined) return times(readQ(top), inverse(readQ(bottom)));
  const match = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text.trim());
  if (!match || match[2] + match[3] === "") throw new RangeError(`readQ: no fraction: ${text}`);
  const [, sign, whole, places, power = "0"] = match;
  const exponent = Number(power) - places.length;
  const digits = BigInt(`${sign}${whole}${places}`);
  return exponent < 0 ? q(digits, 10n ** BigInt(-exponent)) : q(digits * 10n ** BigInt(exponent));
}

export const writeQ = ({ n, d }: Q): string => (d === 1n ? `${n}` : `${n}/${d}`);

function gcd(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
