import { Rational } from "../../../num/index.js";
import type { Interval } from "../../evaluate/interval.js";
import { isExact, type Value } from "../../evaluate/value.js";

/** Digits that still fit on a line of a terminal; a value that takes more is rounded to them. */
const mostDigits = 80;

/** The texts of two values, with as many digits as show in what they differ. */
export function valueTexts(values: [Value, Value], bits: number): [string, string] {
  const gap = middle(values[0], bits).sub(middle(values[1], bits));
  const places = gap.den.toString().length - gap.num.toString().length;
  if (places > mostDigits) {
    // They differ by less than a line can show: one value to the digits of a calculator, and by how much the other is off.
    const base = valueText(values[1], 12, bits);
    return [`${base} ${gap.sign < 0 ? "-" : "+"} 10^(-${places}) or so`, base];
  }
  const digits = digitsToTell(values, bits);
  const texts = values.map((value) => valueText(value, digits, bits)) as [string, string];
  const enclosed = !values.every(isExact);
  // Enclosures that are apart by less than the digits that they bear.
  if (enclosed && texts[0] === texts[1] && gap.sign !== 0)
    return values.map((value) => endsText(value, digits, bits)) as [string, string];
  return texts;
}

function valueText(value: Value, digits: number, bits: number): string {
  if (isExact(value)) {
    const text = `${value}`;
    return text.length <= mostDigits ? text : `≈ ${value.toFixed(digits)}`.slice(0, 4 * mostDigits);
  }
  const places = placesBorne(value, digits, bits);
  if (places === undefined) return endsText(value, 0, bits);
  return `≈ ${middle(value, bits).toFixed(places)}`;
}

/** As many places as are wanted and the enclosure bears: it lies within one unit of the last of them. */
function placesBorne({ lo, hi }: Interval, wanted: number, bits: number): number | undefined {
  const unit = 1n << BigInt(bits);
  for (let places = wanted; places >= 0; places--)
    if ((hi - lo) * 10n ** BigInt(places) <= unit) return places;
  return undefined;
}

/** A value by what it lies between. */
function endsText(value: Value, digits: number, bits: number): string {
  if (isExact(value)) return valueText(value, digits, bits);
  const scale = 10n ** BigInt(digits);
  const end = (one: bigint) => Rational.of(one * scale, 1n << BigInt(bits)).floor();
  const [low, high] = [end(value.lo), -end(-value.hi)];
  return `between ${Rational.of(low, scale).toFixed(digits)} and ${Rational.of(high, scale).toFixed(digits)}`;
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
  // A few digits beyond the first that differs, and eight at least.
  return Math.min(mostDigits, Math.max(8, scale + 6));
}
