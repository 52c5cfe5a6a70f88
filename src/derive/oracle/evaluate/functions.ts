import { cannotTell, type Field, noValue } from "../numbers/field.js";
import { type Defined, minus, whole } from "./defined.js";
import { type Fraction, fraction, isWhole } from "../numbers/fraction.js";

export type { Defined };

/** (E - 1)/(E + 1) with E = e^(2x), from the side where E is small. */
const tanh: Defined = (field, [x]) => {
  const one = whole(field, 1);
  const twice = field.add(x, x);
  const negative = field.near(x) < 0;
  const power = field.exp(negative ? twice : field.neg(twice));
  const value = field.div(minus(field, one, power), field.add(one, power));
  return negative ? field.neg(value) : value;
};
const sigmoid: Defined = (field, [x]) => {
  const half = field.of(fraction(1, 2));
  return field.mul(half, field.add(whole(field, 1), tanh(field, [field.mul(half, x)])));
};
/** (E - 1/E)/2 and (E + 1/E)/2 over one denominator. */
const hyperbolic =
  (side: 1 | -1): Defined =>
  (field, [x]) => {
    const power = field.exp(x);
    const one = whole(field, side);
    return field.div(field.add(field.mul(power, power), one), field.add(power, power));
  };
const log: Defined = (field, [x, base]) =>
  base === undefined ? field.log(x) : field.div(field.log(x), field.log(base));

/** 2 atan(x/(1 + sqrt(1 - x^2))). */
const arcSine: Defined = (field, [x]) => {
  const one = whole(field, 1);
  const long = field.sqrt(minus(field, one, field.mul(x, x)));
  return field.mul(whole(field, 2), field.atan(field.div(x, field.add(one, long))));
};
/** 2 atan(sqrt((1 - x)/(1 + x))), and pi less that of -x where x is negative. */
const arcCosine: Defined = (field, [x]) => {
  if (field.near(x) < 0) return minus(field, field.pi(), arcCosine(field, [field.neg(x)]));
  const one = whole(field, 1);
  const [below, above] = [minus(field, one, x), field.add(one, x)];
  return field.mul(whole(field, 2), field.atan(field.sqrt(field.div(below, above))));
};
/** log((1 + w)/(1 - w)), with w = x/(1 + sqrt(1 + x^2)). */
const areaSine: Defined = (field, [x]) => {
  const one = whole(field, 1);
  const w = field.div(x, field.add(one, field.sqrt(field.add(one, field.mul(x, x)))));
  return field.log(field.div(field.add(one, w), minus(field, one, w)));
};
/** 2 log(sqrt((x + 1)/2) + sqrt((x - 1)/2)). */
const areaCosine: Defined = (field, [x]) => {
  const root = (by: number): ReturnType<typeof field.sqrt> =>
    field.sqrt(field.mul(field.of(fraction(1, 2)), field.add(x, whole(field, by))));
  return field.mul(whole(field, 2), field.log(field.add(root(1), root(-1))));
};
/** log((1 + x)/sqrt(1 - x^2)). */
const areaTangent: Defined = (field, [x]) => {
  const one = whole(field, 1);
  const rest = minus(field, one, field.mul(x, x));
  return field.log(field.div(field.add(one, x), field.sqrt(rest)));
};

/** A whole number, for what counts. */
function counted<V>(field: Field<V>, value: V): bigint {
  const exact = field.exactly(value);
  if (!exact) return cannotTell("a count that is not known exactly");
  return isWhole(exact) ? exact.n : noValue("a count that is no whole number");
}
/** Factors of a factorial or a binomial coefficient at a point: each is one product of long numbers. */
const mostFactors = 400n;

/** n! = n (n - 1)!. */
const factorial: Defined = (field, [n]) => {
  const count = counted(field, n);
  if (count < 0n) return noValue("a factorial of what is negative");
  if (count > mostFactors) return cannotTell("a large factorial");
  let value = 1n;
  for (let k = 2n; k <= count; k++) value *= k;
  return whole(field, value);
};
/** C(n, k) = C(n, k - 1) (n - k + 1)/k. */
const binomial: Defined = (field, [n, k]) => {
  const count = counted(field, k);
  if (count < 0n || count > mostFactors) return cannotTell("a binomial coefficient far out");
  let value = whole(field, 1);
  for (let i = 1n; i <= count; i++) {
    const factor = field.add(n, whole(field, 1n - i));
    value = field.mul(field.mul(value, factor), field.of(fraction(1, i)));
  }
  return value;
};
const delta: Defined = (field, [a, b]) => {
  const [i, j] = [field.exactly(a), field.exactly(b)];
  if (i && j) return whole(field, i.n === j.n && i.d === j.d ? 1 : 0);
  return field.sign(minus(field, a, b)) === 0 ? whole(field, 1) : whole(field, 0);
};

/** Every function that has a meaning of its own, by another definition than the normal form's, with its arguments. */
export const functions: Record<string, [number, Defined]> = {
  exp: [1, (field, [x]) => field.exp(x)],
  log: [2, log],
  ln: [1, log],
  log2: [1, (field, [x]) => log(field, [x, whole(field, 2)])],
  log10: [1, (field, [x]) => log(field, [x, whole(field, 10)])],
  sqrt: [1, (field, [x]) => field.sqrt(x)],
  cbrt: [1, (field, [x]) => field.cbrt(x)],
  square: [1, (field, [x]) => field.mul(x, x)],
  abs: [1, (field, [x]) => field.abs(x)],
  sign: [1, (field, [x]) => whole(field, field.sign(x))],
  relu: [1, (field, [x]) => field.larger(x, whole(field, 0))],
  sigmoid: [1, sigmoid],
  softplus: [1, (field, [x]) => field.neg(field.log(sigmoid(field, [field.neg(x)])))],
  sinh: [1, hyperbolic(-1)],
  cosh: [1, hyperbolic(1)],
  tanh: [1, tanh],
  sin: [1, (field, [x]) => field.sin(x)],
  cos: [1, (field, [x]) => field.cos(x)],
  tan: [1, (field, [x]) => field.div(field.sin(x), field.cos(x))],
  sec: [1, (field, [x]) => field.div(whole(field, 1), field.cos(x))],
  csc: [1, (field, [x]) => field.div(whole(field, 1), field.sin(x))],
  cot: [1, (field, [x]) => field.div(field.cos(x), field.sin(x))],
  asin: [1, arcSine],
  arcsin: [1, arcSine],
  acos: [1, arcCosine],
  arccos: [1, arcCosine],
  atan: [1, (field, [x]) => field.atan(x)],
  arctan: [1, (field, [x]) => field.atan(x)],
  asinh: [1, areaSine],
  acosh: [1, areaCosine],
  atanh: [1, areaTangent],
  floor: [1, (field, [x]) => field.floor(x)],
  ceil: [1, (field, [x]) => field.neg(field.floor(field.neg(x)))],
  factorial: [1, factorial],
  binomial: [2, binomial],
  delta: [2, delta],
  max: [Infinity, (field, args) => args.reduce(field.larger)],
  min: [Infinity, (field, args) => field.neg(args.map(field.neg).reduce(field.larger))],
};

/** base^exponent for an exponent that is known exactly: repeated products, or a root of them. */
export function powerOf<V>(field: Field<V>, base: V, exponent: Fraction, fixed: boolean): V {
  const { n, d } = exponent;
  if (d === 1n) {
    if (n === 0n && !fixed && !isNonzero(field, base)) return cannotTell("0^0");
    return wholePower(field, base, n);
  }
  if (d === 2n) return wholePower(field, field.sqrt(base), n);
  if (d === 3n && field.sign(base) > 0) return wholePower(field, field.cbrt(base), n);
  return realPower(field, base, field.of(exponent));
}

function isNonzero<V>(field: Field<V>, value: V): boolean {
  return field.sign(value) !== 0;
}

/** A power with a larger exponent is taken by exp and log, which cost the same for each. */
const mostPower = 100_000n;

function wholePower<V>(field: Field<V>, base: V, n: bigint): V {
  const size = n < 0n ? -n : n;
  if (size > mostPower) return cannotTell("a large power");
  const exact = field.exactly(base);
  if (exact && exact.d !== 1n) return powerOfFraction(field, exact, n);
  let [result, factor] = [whole(field, 1), base];
  for (let k = size; k > 0n; k >>= 1n) {
    if (k & 1n) result = field.mul(result, factor);
    if (k > 1n) factor = field.mul(factor, factor);
  }
  return n < 0n ? field.div(whole(field, 1), result) : result;
}

/** n^k/d^k, which is in lowest terms like n/d: to divide out after each product takes most of the time of a long sum. */
function powerOfFraction<V>(field: Field<V>, { n, d }: Fraction, k: bigint): V {
  const [over, under] = k < 0n ? [n < 0n ? -d : d, n < 0n ? -n : n] : [n, d];
  const size = k < 0n ? -k : k;
  const [top, bottom] = [over, under].map((one) => wholePower(field, whole(field, one), size));
  const [exactTop, exactBottom] = [field.exactly(top), field.exactly(bottom)];
  if (exactTop && exactBottom) return field.of({ n: exactTop.n, d: exactBottom.n });
  return field.div(top, bottom);
}

/** e^(exponent log base), for a base that is not negative: the principal power, also for 1/3. */
export function realPower<V>(field: Field<V>, base: V, exponent: V): V {
  const sign = field.sign(base);
  if (sign < 0) return noValue("a power of what is negative");
  if (sign === 0) {
    if (field.sign(exponent) > 0) return whole(field, 0);
    return noValue("a power of 0 that is not positive");
  }
  return field.exp(field.mul(exponent, field.log(base)));
}
