import { Rational } from "../../num/index.js";
import { NoValue, Undefined } from "../tree/errors.js";
import { squareRoot } from "./integerRoots.js";
import type { Interval } from "./interval.js";
import { type Arithmetic, isExact, type Value } from "./value.js";

const one = Rational.of(1n);
// A term gains 18 bits after eight halvings, which multiply the errors of all steps, fewer than 2^12, by 2^8.
const halvings = 8n;
const guard = 32n;

/** The arc tangent: that of the middle, and as much to either side as the value is wide, since its slope is at most 1. */
export function arcTangent(math: Arithmetic, x: Value): Value {
  if (isExact(x) && x.sign === 0) return x;
  const { lo, hi } = math.series(x, "an arc tangent");
  const middle = (lo + hi) >> 1n;
  const arm = hi - middle + 2n;
  const bits = BigInt(math.bits);
  const size = middle < 0n ? -middle : middle;
  const unit = 1n << bits;
  const isLarge = size > unit;
  const own = fromZero(isLarge ? (unit << (bits + guard)) / size : size << guard, bits + guard);
  const near = own >> guard;
  if (!isLarge) return signed({ lo: near - arm, hi: near + arm }, middle);
  const quarter = math.wide(math.div(math.pi(), Rational.of(2n)));
  return signed({ lo: quarter.lo - near - arm, hi: quarter.hi - near + arm }, middle);
}

/** asin(x) = atan(x/sqrt(1 - x^2)). @throws Undefined outside -1 to 1 */
export function arcSine(math: Arithmetic, x: Value): Value {
  if (isExact(x) && x.abs().equals(one)) return math.mul(math.pi(), Rational.of(x.num, 2n));
  const rest = math.add(one, math.neg(math.mul(x, x)));
  const sign = math.sign(rest);
  if (sign === undefined) throw new NoValue("an arc sine is too near to an end of its range");
  if (sign < 0) throw new Undefined("the arc sine of what is not between -1 and 1");
  return arcTangent(math, math.div(x, math.sqrt(rest)));
}

const signed = ({ lo, hi }: Interval, by: bigint): Interval =>
  by < 0n ? { lo: -hi, hi: -lo } : { lo, hi };

/** The arc tangent of what is between 0 and 1, in units of 2^-w: tan(a/2) = tan(a)/(1 + sqrt(1 + tan(a)^2)). */
function fromZero(x: bigint, w: bigint): bigint {
  const unit = 1n << w;
  let y = x;
  for (let i = 0n; i < halvings; i++) y = (y << w) / (unit + squareRoot((unit << w) + y * y));
  const square = (y * y) >> w;
  let [power, sum] = [y, y];
  for (let k = 3n; power > 0n; k += 2n) {
    power = (power * square) >> w;
    sum += k % 4n === 1n ? power / k : -(power / k);
  }
  return sum << halvings;
}
