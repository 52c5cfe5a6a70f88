import { type Decimal, decimalBeside, fixedText } from "./decimalText.js";
import { type Displayable, jupyterDisplay, type MimeBundle } from "./display.js";
import { argumentMessage } from "./check.js";
import { gcd } from "./gcd.js";
import { doubleFraction, nearestDouble } from "./nearestDouble.js";
import { parseFraction } from "./parseFraction.js";

/** An exact fraction in lowest terms, with a denominator above zero. */
export class Rational implements Displayable {
  private constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {}

  /** `num / den` in lowest terms. @throws RangeError if `den` is 0 */
  static of(num: bigint, den = 1n): Rational {
    if (den === 1n) return new Rational(num, den);
    if (den === 0n) throw new RangeError("rational: denominator must be other than 0, got 0");
    const sign = den < 0n ? -1n : 1n;
    const divisor = gcd(num, den) * sign;
    return new Rational(num / divisor, den / divisor);
  }

  /** The fraction that a double is: for 0.1 not 1/10, but 3602879701896397/36028797018963968. */
  static ofDouble(value: number): Rational {
    if (!Number.isFinite(value)) {
      throw new RangeError(argumentMessage("Rational.ofDouble", "value", "be finite", value));
    }
    const { num, den } = doubleFraction(value);
    return new Rational(num, den);
  }

  /** The sum. */
  add(other: Rational): Rational {
    check("add", other);
    return this.#plus(other.num, other.den);
  }
  /** The difference. */
  sub(other: Rational): Rational {
    check("sub", other);
    return this.#plus(-other.num, other.den);
  }
  /** The sum with a fraction in lowest terms: only what both denominators share can be shared with the numerator. */
  #plus(num: bigint, den: bigint): Rational {
    const shared = this.den === 1n || den === 1n ? 1n : gcd(this.den, den);
    if (shared === 1n) return new Rational(this.num * den + num * this.den, this.den * den);
    const own = this.den / shared;
    const sum = this.num * (den / shared) + num * own;
    const divisor = gcd(sum, shared);
    return new Rational(sum / divisor, own * (den / divisor));
  }
  /** The product. */
  mul(other: Rational): Rational {
    check("mul", other);
    return this.#times(other.num, other.den);
  }
  /** The product with a fraction in lowest terms: only numerators and denominators across share factors. */
  #times(num: bigint, den: bigint): Rational {
    const one = den === 1n ? 1n : gcd(this.num, den);
    const two = this.den === 1n ? 1n : gcd(num, this.den);
    return new Rational((this.num / one) * (num / two), (this.den / two) * (den / one));
  }
  /** The quotient. @throws RangeError if `other` is 0 */
  div(other: Rational): Rational {
    check("div", other);
    if (other.num === 0n) throw new RangeError("Rational.div: divisor must be other than 0, got 0");
    return other.num < 0n ? this.#times(-other.den, -other.num) : this.#times(other.den, other.num);
  }
  /** The negative of the fraction. */
  neg(): Rational {
    return new Rational(-this.num, this.den);
  }
  /** `1 / this`. @throws RangeError for 0 */
  inv(): Rational {
    if (this.num === 0n) throw new RangeError("Rational.inv: value must be other than 0, got 0");
    return this.num < 0n ? new Rational(-this.den, -this.num) : new Rational(this.den, this.num);
  }
  /** The absolute value. */
  abs(): Rational {
    return this.num < 0n ? this.neg() : this;
  }
  /** Integer power; a negative exponent inverts. @throws RangeError for 0 to a negative power */
  pow(exponent: number): Rational {
    if (!Number.isSafeInteger(exponent)) {
      throw new RangeError(argumentMessage("Rational.pow", "exponent", "be an integer", exponent));
    }
    if (exponent < 0 && this.num === 0n) {
      throw new RangeError(`Rational.pow: exponent must be >= 0 for base 0, got ${exponent}`);
    }
    const base = exponent < 0 ? this.inv() : this;
    const times = BigInt(Math.abs(exponent));
    return new Rational(base.num ** times, base.den ** times); // powers share no factor either
  }

  /** Negative, zero or positive, as `this` is below, at or above `other`. */
  compare(other: Rational): number {
    check("compare", other);
    const difference = this.num * other.den - other.num * this.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  /** Whether both are the same number. */
  equals(other: Rational): boolean {
    check("equals", other);
    return this.num === other.num && this.den === other.den;
  }
  /** -1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.num < 0n ? -1 : this.num > 0n ? 1 : 0;
  }
  /** Whether the denominator is 1. */
  get isInteger(): boolean {
    return this.den === 1n;
  }
  /** The largest integer not above the fraction. */
  floor(): bigint {
    const quotient = this.num / this.den;
    return this.num < 0n && quotient * this.den !== this.num ? quotient - 1n : quotient;
  }

  /** The nearest double, ties to even; infinite beyond the largest double. */
  toNumber(): number {
    return nearestDouble(this.num, this.den);
  }
  /** Decimal text with `digits` places, half a unit rounded away from zero; exact. */
  toFixed(digits: number): string {
    if (!Number.isSafeInteger(digits) || digits < 0) {
      throw new RangeError(
        argumentMessage("Rational.toFixed", "digits", "be an integer >= 0", digits),
      );
    }
    return fixedText(this.num, this.den, digits);
  }
  toString(): string {
    return this.den === 1n ? `${this.num}` : `${this.num}/${this.den}`;
  }
  /** As in `toString`: JSON has no fractions, and JavaScript's BigInt has no JSON. */
  toJSON(): string {
    return this.toString();
  }
  /** The fraction in LaTeX, `\frac{1}{2}`. */
  toLatex(): string {
    if (this.den === 1n) return `${this.num}`;
    const fraction = `\\frac{${this.num < 0n ? -this.num : this.num}}{${this.den}}`;
    return this.num < 0n ? `-${fraction}` : fraction;
  }

  /** A text where a text is asked for; operators such as `+` and `<` would compare or join texts, so they fail. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new TypeError(
      `Rational: operators must be written as methods, such as x.add(y), x.compare(y) or x.toNumber(), got ${this}`,
    );
  }
  /** The fraction as text and as LaTeX. */
  [jupyterDisplay](): MimeBundle {
    const decimal = this.decimal();
    const relation = decimal?.relation === "≈" ? "\\approx" : "=";
    const latex = decimal ? `${this.toLatex()} ${relation} ${decimal.latex}` : this.toLatex();
    return { "text/plain": this.describe(), "text/latex": `$${latex}$` };
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.describe();
  }
  private describe(): string {
    const decimal = this.decimal();
    return decimal ? `${this} ${decimal.relation} ${decimal.text}` : this.toString();
  }
  private decimal(): Decimal | undefined {
    return decimalBeside(this.num, this.den);
  }
}

/**
 * An exact number from its text (`"0.9"` is 9/10, `"1/3"`, `"-2.5e-3"`), an integer, or two of these as a fraction.
 *
 * @throws TypeError for a JavaScript number that is no integer: it is a double already, so write it as a string
 * @throws RangeError for a text that is no number, or denominator 0
 */
export function rational(
  value: string | number | bigint | Rational,
  den?: string | number | bigint | Rational,
): Rational {
  const top = exact(value, "value");
  if (den === undefined) return top;
  const under = exact(den, "denominator");
  if (under.num === 0n) throw new RangeError("rational: denominator must be other than 0, got 0");
  return top.div(under);
}

function exact(value: string | number | bigint | Rational, name: string): Rational {
  if (value instanceof Rational) return value;
  if (typeof value === "bigint") return Rational.of(value);
  if (typeof value === "string") {
    const { num, den } = parseFraction(value, name);
    return Rational.of(num, den);
  }
  if (Number.isSafeInteger(value)) return Rational.of(BigInt(value));
  const message = argumentMessage("rational", name, "be a string or a safe integer", value);
  throw new TypeError(
    Number.isFinite(value) ? `${message}: a double is not exact, write "${value}"` : message,
  );
}

function check(method: string, other: unknown): void {
  if (other instanceof Rational) return;
  throw new TypeError(argumentMessage(`Rational.${method}`, "other", "be a Rational", other));
}
