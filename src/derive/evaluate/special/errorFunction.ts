import { Rational } from "../../../num/index.js";
import { type Arithmetic, isExact, type Value } from "../value.js";

const zero = Rational.of(0n);
const two = Rational.of(2n);

/**
 * erf(x) = 2/sqrt(pi) e^(-x^2) sum_n 2^n x^(2n + 1)/(1 3 ... (2n + 1)): all terms have one sign, and once 2 x^2 < n + 1
 * what is left is below the last of them.
 */
export function errorFunction(math: Arithmetic, x: Value): Value {
  if (isExact(x) && x.sign === 0) return zero;
  const { lo, hi } = math.series(x, "a value of the error function");
  const bits = BigInt(math.bits);
  const near = lo < 0n ? (hi > 0n ? 0n : -hi) : lo;
  // Beyond x^2 > bits + 1 it differs from 1 by less than a unit.
  if ((near >> bits) ** 2n > bits + 1n) {
    const unit = 1n << bits;
    return lo > 0n ? { lo: unit - 1n, hi: unit } : { lo: -unit, hi: 1n - unit };
  }
  const square = math.mul(x, x);
  const double = math.mul(two, square);
  const far = lo < -hi ? -lo : hi;
  const enough = 4n * ((far * far) >> (2n * bits)) + 4n;
  let [term, sum]: [Value, Value] = [x, x];
  for (let n = 1n; ; n++) {
    term = math.div(math.mul(term, double), Rational.of(2n * n + 1n));
    sum = math.add(sum, term);
    const own = math.wide(term);
    const size = [own.lo, own.hi]
      .map((end) => (end < 0n ? -end : end))
      .reduce((a, b) => (a > b ? a : b));
    if (n <= enough || size > 8n) continue;
    const whole = math.add(sum, { lo: -size - 1n, hi: size + 1n });
    const scale = math.div(math.mul(two, math.exp(math.neg(square))), math.sqrt(math.pi()));
    return math.mul(scale, whole);
  }
}
