import { type Displayable, jupyterDisplay, type MimeBundle } from "./display.js";

/** An exact fraction in lowest terms, with a denominator above zero. */
export class Rational implements Displayable {
  private constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {}

  /** `num / den` in lowest terms. @throws RangeError if `den` is 0 */
  static of(num: bigint, den = 1n): Rational {
    if (den === 0n) throw new RangeError("rational: denominator must be other than 0, got 0");
    const sign = den < 0n ? -1n : 1n;
    const divisor = gcd(num, den) * sign;
    return new Rational(num / divisor, den / divisor);
  }

  add(other: Rational): Rational {
    return Rational.of(this.num * other.den + other.num * this.den, this.den * other.den);
  }
  sub(other: Rational): Rational {
    return this.add(other.neg());
  }
  mul(other: Rational): Rational {
    return Rational.of(this.num * other.num, this.den * other.den);
  }
  /** @throws RangeError if `other` is 0 */
  div(other: Rational): Rational {
    if (other.num === 0n) throw new RangeError("Rational.div: divisor must be other than 0, got 0");
    return Rational.of(this.num * other.den, this.den * other.num);
  }
  neg(): Rational {
    return new Rational(-this.num, this.den);
  }
  abs(): Rational {
    return this.num < 0n ? this.neg() : this;
  }
  /** Integer power; negative exponents invert. @throws RangeError for 0 to a negative power */
  pow(exponent: number): Rational {
    if (!Number.isSafeInteger(exponent)) {
      throw new RangeError(`Rational.pow: exponent must be an integer, got ${exponent}`);
    }
    if (exponent >= 0)
      return new Rational(this.num ** BigInt(exponent), this.den ** BigInt(exponent));
    if (this.num === 0n) {
      throw new RangeError(`Rational.pow: exponent must be >= 0 for base 0, got ${exponent}`);
    }
    return Rational.of(this.den ** BigInt(-exponent), this.num ** BigInt(-exponent));
  }

  /** Negative, zero or positive, as `this` is below, at or above `other`. */
  compare(other: Rational): number {
    const difference = this.num * other.den - other.num * this.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  equals(other: Rational): boolean {
    return this.num === other.num && this.den === other.den;
  }
  get sign(): -1 | 0 | 1 {
    return this.num < 0n ? -1 : this.num > 0n ? 1 : 0;
  }
  get isInteger(): boolean {
    return this.den === 1n;
  }
  /** The largest integer not above the fraction. */
  floor(): bigint {
    const quotient = this.num / this.den;
    return this.num < 0n && quotient * this.den !== this.num ? quotient - 1n : quotient;
  }

  /** The nearest double, ties to even, also where numerator and denominator are beyond its range. */
  toNumber(): number {
    const magnitude = this.num < 0n ? -this.num : this.num;
    const shift = bits(magnitude) - bits(this.den) - 64;
    // 64 or 65 bits of quotient, the last one sticky: rounding those to a double rounds the fraction.
    const num = shift < 0 ? magnitude << BigInt(-shift) : magnitude;
    const den = shift > 0 ? this.den << BigInt(shift) : this.den;
    const quotient = num / den;
    const sticky = quotient * den === num ? quotient : quotient | 1n;
    const value = scaled(sticky, shift);
    return this.num < 0n ? -value : value;
  }

  /** Decimal text with `digits` places, half rounded away from zero; exact. */
  toFixed(digits: number): string {
    if (!Number.isSafeInteger(digits) || digits < 0) {
      throw new RangeError(`Rational.toFixed: digits must be an integer >= 0, got ${digits}`);
    }
    const scale = 10n ** BigInt(digits);
    const magnitude = this.num < 0n ? -this.num : this.num;
    const rounded = (2n * magnitude * scale + this.den) / (2n * this.den);
    const text = rounded.toString().padStart(digits + 1, "0");
    const sign = this.num < 0n && rounded !== 0n ? "-" : "";
    if (digits === 0) return sign + text;
    return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }

  toString(): string {
    return this.den === 1n ? `${this.num}` : `${this.num}/${this.den}`;
  }
  toLatex(): string {
    if (this.den === 1n) return `${this.num}`;
    const fraction = `\\frac{${this.num < 0n ? -this.num : this.num}}{${this.den}}`;
    return this.num < 0n ? `-${fraction}` : fraction;
  }
  [jupyterDisplay](): MimeBundle {
    const decimal = this.decimal();
    const latex = decimal ? `${this.toLatex()} ${decimal.sign} ${decimal.text}` : this.toLatex();
    return {
      "text/plain": this.describe(),
      "text/latex": `$${latex.replace("≈", "\\approx")}$`,
    };
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.describe();
  }

  private describe(): string {
    const decimal = this.decimal();
    return decimal ? `${this} ${decimal.sign} ${decimal.text}` : `${this}`;
  }
  /** The decimal that stands beside a fraction: exact if short, else four significant digits. */
  private decimal(): { sign: "=" | "≈"; text: string } | undefined {
    if (this.den === 1n) return undefined;
    for (let digits = 1; digits <= 6; digits++) {
      if ((this.num * 10n ** BigInt(digits)) % this.den === 0n)
        return { sign: "=", text: this.toFixed(digits) };
    }
    const value = this.abs().toNumber();
    const digits = Math.max(4, 3 - Math.floor(Math.log10(value)));
    return digits > 20
      ? { sign: "≈", text: this.toNumber().toPrecision(4) }
      : { sign: "≈", text: this.toFixed(value < 0.1 ? digits - 1 : 4) };
  }
}

/**
 * An exact number from its text (`"0.9"` is 9/10, `"1/3"`, `"-2.5e-3"`), an integer, or two integers as a fraction.
 *
 * @throws TypeError for a JavaScript number that is no integer: it is a double already, so write it as a string
 * @throws RangeError for a text that is no number, or denominator 0
 */
export function rational(
  value: string | number | bigint | Rational,
  den?: number | bigint,
): Rational {
  const top = parse(value, "value");
  return den === undefined ? top : top.div(nonZero(parse(den, "denominator")));
}

function nonZero(value: Rational): Rational {
  if (value.sign === 0) throw new RangeError("rational: denominator must be other than 0, got 0");
  return value;
}

const pattern = /^\s*([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?\s*(?:\/\s*(\d+)\s*)?$/i;

function parse(value: string | number | bigint | Rational, name: string): Rational {
  if (value instanceof Rational) return value;
  if (typeof value === "bigint") return Rational.of(value);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return Rational.of(BigInt(value));
    throw new TypeError(
      `rational: ${name} must be a string or a safe integer, got ${value}: a double is not exact, write "${value}"`,
    );
  }
  const match = typeof value === "string" ? pattern.exec(value) : null;
  if (!match) {
    throw new RangeError(
      `rational: ${name} must be a number such as "0.9" or "1/3", got ${JSON.stringify(value)}`,
    );
  }
  const [, sign, whole, fraction = "", exponent = "0", den = "1"] = match;
  if (Math.abs(Number(exponent)) > 10_000) {
    throw new RangeError(
      `rational: ${name} must have an exponent from -10000 to 10000, got ${exponent}`,
    );
  }
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  const power = Number(exponent) - fraction.length;
  const scale = 10n ** BigInt(Math.abs(power));
  const bottom = nonZero(Rational.of(BigInt(den)));
  return (power >= 0 ? Rational.of(digits * scale) : Rational.of(digits, scale)).div(bottom);
}

function gcd(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b) [a, b] = [b, a % b];
  return a;
}

function bits(value: bigint): number {
  return value.toString(2).length;
}

/** `mantissa * 2^exponent`, rounded once: subnormal results lose their bits before the last multiplication. */
function scaled(mantissa: bigint, exponent: number): number {
  const excess = -1074 - exponent;
  if (excess > 0) {
    const kept = mantissa >> BigInt(excess);
    const rest = mantissa - (kept << BigInt(excess));
    const half = 1n << BigInt(excess - 1);
    const up = rest > half || (rest === half && (kept & 1n) === 1n) ? 1n : 0n;
    if (bits(kept) <= 53) return Number(kept + up) * 2 ** -1074;
  }
  const value = Number(mantissa);
  // Two factors, since 2 ** exponent alone may leave the range while the product does not.
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
