import { Rational } from "../../num/index.js";
import { NoValue, Undefined, cannotEvaluate } from "../tree/errors.js";
import { bitsOf, mostExponent, workOfFraction, workOfLong, workOfSeries } from "../tree/lengths.js";
import type { Interval, Intervals } from "./interval.js";
import { cubeRootOf, squareRoot } from "./integerRoots.js";

/** A value: exact as long as it can be, else enclosed. */
export type Value = Rational | Interval;

const zero = Rational.of(0n);
const one = Rational.of(1n);
/** Bits of a value: a product of two longer ones costs hundreds of times as much as one of their enclosures. */
const mostBits = 20_000n;
const limit = 1n << mostBits;
const lowest = -limit;
/** A product of two short numbers, in products of two terms of a polynomial. */
const workOfProduct = 1 / 4;

export const isExact = (value: Value): value is Rational => value instanceof Rational;

/** Arithmetic on values; without intervals, what has no exact value has none. */
export class Arithmetic {
  #work = 0;
  constructor(private readonly enclose?: Intervals) {}

  /** The work that long numbers took since this was asked for last. */
  takeWork(): number {
    const taken = this.#work;
    this.#work = 0;
    return taken;
  }

  /** Counts work with short numbers, so many products of two. */
  noteWork(products: number): void {
    this.#work += products * workOfProduct;
  }

  /** Bits after the point of an enclosure. */
  get bits(): number {
    return this.enclose?.bits ?? 0;
  }
  /** How often a value other than 0 became too small to be told from it. */
  get lost(): number {
    return this.enclose?.lost() ?? 0;
  }
  #intervals(why: string): Intervals {
    if (!this.enclose) throw cannotEvaluate(why);
    return this.enclose;
  }
  wide(value: Value, why = "a value that is not exact"): Interval {
    const intervals = this.#intervals(why);
    return isExact(value) ? intervals.of(value) : value;
  }
  /** An argument of a series that is computed outside, whose work is counted here. */
  series(value: Value, why: string): Interval {
    this.#series(why);
    return this.wide(value, why);
  }
  #series(why: string): Intervals {
    this.#work += workOfSeries(this.bits);
    return this.#intervals(why);
  }
  /** The result of some fractions, while it can be held. */
  #small(value: Rational, ...of: Rational[]): Value {
    for (const own of of) this.#work += workOfFraction(own);
    if (value.den < limit && value.num < limit && value.num > lowest) return value;
    return this.wide(value, "a number too long to hold");
  }

  add(a: Value, b: Value): Value {
    if (isExact(a) && isExact(b)) return this.#small(a.add(b), a, b);
    return this.#intervals("a sum").add(this.wide(a), this.wide(b));
  }
  neg(a: Value): Value {
    return isExact(a) ? a.neg() : this.#intervals("a sign").neg(a);
  }
  mul(a: Value, b: Value): Value {
    if (isExact(a) && isExact(b)) return this.#small(a.mul(b), a, b);
    if (isExact(a) && a.sign === 0) return a;
    if (isExact(b) && b.sign === 0) return b;
    const [x, y] = [this.wide(a), this.wide(b)];
    this.#work += workOfLong(x.hi, y.hi);
    return this.#intervals("a product").mul(x, y);
  }
  div(a: Value, b: Value): Value {
    if (isExact(b) && b.sign === 0) throw new Undefined("a denominator is 0");
    if (isExact(a) && isExact(b)) return this.#small(a.div(b), a, b);
    return this.#intervals("a quotient").div(this.wide(a), this.wide(b));
  }

  pow(base: Value, exponent: Value): Value {
    if (isExact(exponent)) {
      if (exponent.isInteger) return this.#integerPower(base, exponent.num);
      if (isExact(base) && base.sign < 0)
        throw new Undefined("a root is taken of a negative number");
      if (isExact(base) && base.sign === 0) {
        if (exponent.sign < 0) throw new Undefined("a denominator is 0");
        return zero;
      }
      if (exponent.den === 2n) return this.#integerPower(this.sqrt(base), exponent.num);
    }
    if (isExact(base) && base.equals(one)) return one;
    if (isExact(base) && base.sign <= 0)
      throw new Undefined("a power has a base that is not positive");
    return this.exp(this.mul(exponent, this.log(base)));
  }
  #integerPower(base: Value, exponent: bigint): Value {
    if (exponent < 0n) return this.div(one, this.#integerPower(base, -exponent));
    if (exponent > mostExponent) throw cannotEvaluate(`the power ${exponent}`);
    if (isExact(base)) {
      if (base.equals(one) || base.sign === 0) return exponent === 0n ? one : base;
      if (base.abs().equals(one)) return exponent % 2n === 0n ? one : base;
      const bits = BigInt(bitsOf(base.num) + bitsOf(base.den)) * exponent;
      if (bits <= mostBits * 2n) return this.#small(base.pow(Number(exponent)));
    }
    // A power that is too long is not approached by powers that are long, too.
    let [result, square]: [Value, Value] = [one, this.wide(base, "a number too long to hold")];
    for (let left = exponent; left > 0n; left >>= 1n) {
      if (left & 1n) result = this.mul(result, square);
      if (left > 1n) square = this.mul(square, square);
    }
    return result;
  }

  exp(a: Value): Value {
    if (isExact(a) && a.sign === 0) return one;
    return this.#series("an exponential").exp(this.wide(a));
  }
  log(a: Value): Value {
    if (isExact(a)) {
      if (a.sign <= 0) throw new Undefined(`a logarithm is taken of ${a}`);
      if (a.equals(one)) return zero;
    }
    return this.#series("a logarithm").log(this.wide(a));
  }
  sin(a: Value): Value {
    if (isExact(a) && a.sign === 0) return zero;
    return this.#series("a sine").sin(this.wide(a));
  }
  cos(a: Value): Value {
    if (isExact(a) && a.sign === 0) return one;
    return this.sin(this.add(a, this.div(this.pi(), Rational.of(2n))));
  }
  sqrt(a: Value): Value {
    if (isExact(a)) {
      if (a.sign < 0) throw new Undefined(`a root is taken of ${a}`);
      const [num, den] = [squareRoot(a.num), squareRoot(a.den)];
      if (num * num === a.num && den * den === a.den) return Rational.of(num, den);
    }
    return this.#series("a root").sqrt(this.wide(a));
  }
  cbrt(a: Value): Value {
    if (isExact(a)) {
      const [num, den] = [cubeRootOf(a.num), cubeRootOf(a.den)];
      if (num ** 3n === a.num && den ** 3n === a.den) return Rational.of(num, den);
    }
    return this.#series("a cube root").cbrt(this.wide(a));
  }
  pi(): Value {
    return this.#intervals("pi").pi();
  }

  /** Negative, zero or positive; undefined where the enclosure does not tell. */
  sign(a: Value): -1 | 0 | 1 | undefined {
    if (isExact(a)) return a.sign;
    if (a.lo > 0n) return 1;
    if (a.hi < 0n) return -1;
    return undefined;
  }
  abs(a: Value): Value {
    const sign = this.sign(a);
    if (sign === undefined) {
      const { lo, hi } = a as Interval;
      return { lo: 0n, hi: -lo > hi ? -lo : hi };
    }
    return sign < 0 ? this.neg(a) : a;
  }
  larger(a: Value, b: Value): Value {
    const sign = this.sign(this.add(a, this.neg(b)));
    if (sign !== undefined) return sign >= 0 ? a : b;
    const [x, y] = [this.wide(a), this.wide(b)];
    return { lo: x.lo > y.lo ? x.lo : y.lo, hi: x.hi > y.hi ? x.hi : y.hi };
  }
  floor(a: Value): Value {
    if (isExact(a)) return Rational.of(a.floor());
    const bits = BigInt(this.#intervals("a floor").bits);
    if (a.lo >> bits === a.hi >> bits) return Rational.of(a.lo >> bits);
    throw new NoValue("the value in a floor is too near to an integer");
  }
}
