import { Rational } from "../../../num/index.js";

/** An exponent: a sum of products of lengths with fractions, as n + 1 is `{ "": 1, n: 1 }`. */
export type Power = ReadonlyMap<string, Rational>;

export const power = (value: Rational | bigint): Power => {
  const constant = typeof value === "bigint" ? Rational.of(value) : value;
  return constant.sign === 0 ? new Map() : new Map([["", constant]]);
};

export const once: Power = power(1n);

/** A product of lengths as an exponent; numbers among them are multiplied out. */
export function powerOfLengths(lengths: readonly string[]): Power {
  const isNumber = (length: string) => /^\d+$/.test(length);
  const value = lengths.filter(isNumber).reduce((all, one) => all * BigInt(one), 1n);
  const names = lengths.filter((length) => !isNumber(length)).sort();
  return new Map([[names.join("*"), Rational.of(value)]]);
}

export function plusPower(one: Power, other: Power): Power {
  const sum = new Map(one);
  for (const [key, value] of other) {
    const found = (sum.get(key) ?? Rational.of(0n)).add(value);
    if (found.sign === 0) sum.delete(key);
    else sum.set(key, found);
  }
  return sum;
}

export function timesPower(one: Power, other: Power): Power {
  let product: Power = new Map();
  for (const [a, x] of one)
    for (const [b, y] of other) {
      const key = [a, b]
        .filter(Boolean)
        .flatMap((names) => names.split("*"))
        .sort()
        .join("*");
      product = plusPower(product, new Map([[key, x.mul(y)]]));
    }
  return product;
}

/** The exponent as a fraction; undefined where lengths stand in it. */
export function plainPower(of: Power): Rational | undefined {
  if (of.size === 0) return Rational.of(0n);
  return of.size === 1 ? of.get("") : undefined;
}

export const powerKey = (of: Power): string =>
  [...of]
    .map(([key, value]) => `${value}${key && `*${key}`}`)
    .sort()
    .join("+");
