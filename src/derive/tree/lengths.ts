import type { Rational } from "../../num/index.js";

/** What a machine multiplies in one step, and all engines of JavaScript keep in one word. */
const word = 1n << 64n;

/** Exponents up to here are counted without loss, also in fractions of one; no claim of a text has a larger one. */
export const mostExponent = 10n ** 9n;

const isShort = (value: bigint): boolean => value < word && value > -word;

/** Bits of an integer, to the next four. */
export const bitsOf = (value: bigint): number =>
  4 * (value < 0n ? -value : value).toString(16).length;

/** Words of 64 bits that an integer takes. */
export const wordsOf = (value: bigint): number =>
  isShort(value) ? 1 : Math.ceil(bitsOf(value) / 64);

/** Work with a long fraction, most of it to bring it to lowest terms, which grows with the square of its length. */
export function workOfFraction({ num, den }: Rational): number {
  if (isShort(num) && isShort(den)) return 0;
  const bits = bitsOf(num) + bitsOf(den);
  return den === 1n ? (bits * bits) / 2_500_000 : bits / 32 + (bits * bits) / 25_000;
}

/** Work of the series of one function to a number of bits. */
export const workOfSeries = (bits: number): number => bits / 12 + bits ** 3 / 15_000_000;

/** Bits after the point with which a value is enclosed first: three times those of a double, so that most gaps show. */
export const usualBits = 160;

/** Up to here, in bits, the length of an enclosure makes no difference to the work with it. */
const shortEnclosure = 1n << 1024n;

/** Work of a product of two integers that enclose others: less than that of their lengths where both are long. */
export function workOfLong(a: bigint, b: bigint): number {
  const isLong = [a, b].some((value) => value > shortEnclosure || -value > shortEnclosure);
  return isLong ? (wordsOf(a) * wordsOf(b)) ** 0.8 / 20 : 0;
}
