import { Rational } from "../../num/index.js";
import { isExact, type Value } from "../evaluate/value.js";

const mostDigits = 80;

/** The texts of two values, with as many digits as show in what they differ. */
export function valueTexts(values: [Value, Value], bits: number): [string, string] {
  const gap = middle(values[0], bits).sub(middle(values[1], bits));
  const places = gap.den.toString().length - gap.num.toString().length;
  if (places > mostDigits) {
    const base = valueText(values[1], 12, bits);
    return [`${base} ${gap.sign < 0 ? "-" : "+"} 10^(-${places}) or so`, base];
  }
  const digits = digitsToTell(values, bits);
  return values.map((value) => valueText(value, digits, bits)) as [string, string];
}

function valueText(value: Value, digits: number, bits: number): string {
  if (isExact(value)) {
    const text = `${value}`;
    return text.length <= mostDigits ? text : `≈ ${value.toFixed(digits)}`.slice(0, 4 * mostDigits);
  }
  return `≈ ${middle(value, bits).toFixed(digits)}`;
}

function middle(value: Value, bits: number): Rational {
  if (isExact(value)) return value;
  const { lo, hi } = value;
  return Rational.of(lo + hi, 1n << BigInt(bits + 1));
}

/** Places after the point up to the first in which the values differ, and a few more. */
function digitsToTell([a, b]: [Value, Value], bits: number): number {
  const gap = middle(a, bits).sub(middle(b, bits)).abs();
  if (gap.sign === 0) return 12;
  const scale = gap.den.toString().length - gap.num.toString().length;
  return Math.min(mostDigits, Math.max(8, scale + 6));
}
