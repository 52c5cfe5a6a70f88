import { Rational } from "../../../num/index.js";
import { Undefined, cannotEvaluate } from "../../tree/errors.js";
import { type Arithmetic, isExact, type Value } from "../value.js";

const one = Rational.of(1n);
const half = Rational.of(1n, 2n);
/** Factors of one value: each is a product of long numbers. */
const mostFactors = 1_100n;

/**
 * Gamma(x) for an exact x, by Gamma(x) = Gamma(x + m)/(x (x + 1) ... (x + m - 1)) and, far out, by Stirling's series:
 *
 *     log Gamma(x) = (x - 1/2) log(x) - x + log(2 pi)/2 + sum_k B_2k/(2k (2k - 1) x^(2k - 1))
 *
 * whose error is below the first term that is left out (Whittaker and Watson, A Course of Modern Analysis, 12.33).
 *
 * @throws Undefined at 0, -1, -2, ...
 */
export function gamma(math: Arithmetic, x: Value): Value {
  if (!isExact(x)) return farOut(math, x, 0n);
  if (x.isInteger) {
    if (x.sign <= 0) throw new Undefined(`the gamma function is taken of ${x}`);
    return product(math, one, x.num - 1n);
  }
  if (x.den === 2n && x.abs().floor() < mostFactors) return ofHalf(math, x);
  if (x.sign < 0 && -x.floor() > mostFactors) throw cannotEvaluate(`the gamma function of ${x}`);
  return farOut(math, x, x.sign < 0 ? -x.floor() : 0n);
}

/** x (x + 1) ... (x + count - 1). */
function product(math: Arithmetic, x: Value, count: bigint): Value {
  if (count > mostFactors) throw cannotEvaluate("the gamma function far out");
  math.noteWork(Number(count));
  let value: Value = one;
  for (let i = 0n; i < count; i++) value = math.mul(value, math.add(x, Rational.of(i)));
  return value;
}

function ofHalf(math: Arithmetic, x: Rational): Value {
  const steps = x.floor();
  const root = math.sqrt(math.pi());
  if (steps >= 0n) return math.mul(root, product(math, half, steps));
  return math.div(root, product(math, x, -steps));
}

/** @param least how many steps to go at least, so that what is left is positive */
function farOut(math: Arithmetic, x: Value, least: bigint): Value {
  const { lo, hi } = math.series(x, "a value of the gamma function");
  const bits = BigInt(math.bits);
  if (least === 0n && lo <= 0n) throw cannotEvaluate("the gamma function of what may be negative");
  // The terms fall to e^(-2 pi x), about 9 bits for each unit of x.
  const place = bits / 7n + 2n;
  const there = (hi >> bits) + 1n;
  const missing = place > there ? place - there : 0n;
  const steps = missing > least ? missing : least;
  const far = math.add(x, Rational.of(steps));
  const terms = Math.ceil(Number(bits) / 8) + 2;
  const square = math.mul(far, far);
  let [power, sum]: [Value, Value] = [far, Rational.of(0n)];
  let last: Value = one;
  for (let k = 1; k <= terms; k++) {
    last = math.div(weight(k), power);
    if (k < terms) sum = math.add(sum, last);
    power = math.mul(power, square);
  }
  const edge = math.wide(last);
  const size = [edge.lo, edge.hi]
    .map((end) => (end < 0n ? -end : end))
    .reduce((a, b) => (a > b ? a : b));
  const rest = { lo: -size - 1n, hi: size + 1n };
  const main = math.mul(math.add(far, half.neg()), math.log(far));
  const constant = math.mul(half, math.log(math.mul(Rational.of(2n), math.pi())));
  const all = [math.neg(far), constant, sum, rest].reduce(
    (a: Value, b: Value) => math.add(a, b),
    main,
  );
  return math.div(math.exp(all), product(math, x, steps));
}

/** B_2k/(2k (2k - 1)), by the tangent numbers T_k: |B_2k| = 2k T_k/(4^k (4^k - 1)). */
function weight(k: number): Rational {
  const four = 4n ** BigInt(k);
  const size = Rational.of(tangentNumber(k), four * (four - 1n) * BigInt(2 * k - 1));
  return k % 2 ? size : size.neg();
}

let tangents: bigint[] = [];
/** T_1, T_2, ... = 1, 2, 16, 272, ... (Brent and Harvey, Fast computation of Bernoulli, Tangent and Secant numbers). */
function tangentNumber(k: number): bigint {
  if (k > tangents.length) {
    const count = 2 * k;
    const all = [0n, 1n];
    for (let i = 2; i <= count; i++) all[i] = BigInt(i - 1) * all[i - 1];
    for (let i = 2; i <= count; i++)
      for (let j = i; j <= count; j++)
        all[j] = BigInt(j - i) * all[j - 1] + BigInt(j - i + 2) * all[j];
    tangents = all.slice(1);
  }
  return tangents[k - 1];
}
