import { Rational } from "../../num/index.js";
import { DerivationError } from "./errors.js";

/** Places after the point that a decimal keeps: no author writes more by hand. */
const mostPlaces = 12;

/** A number that is no integer as a decimal, where a short one is all of it. */
export function decimalText(value: Rational): string | undefined {
  if (value.isInteger) return undefined;
  for (let places = 1; places <= mostPlaces; places++) {
    if (10n ** BigInt(places) % value.den === 0n) return value.toFixed(places);
  }
  return undefined;
}

/** A number as it is printed: its text and LaTeX keep every digit, and `unit` is worth 1 in the last of them. */
export interface Printed {
  text: string;
  latex: string;
  unit: Rational;
}

/** A mantissa, and a power of ten written with e or as `*10^k`. */
export const printedForm =
  /^\s*(-?)\s*(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+)|\s*\*\s*10\s*\^\s*(?:(-?\s*\d+)|\(\s*(-?\s*\d+)\s*\)))?\s*$/;
/** No constant of physics comes near; a unit is kept as a fraction with so many digits. */
const farthest = 2000;

/**
 * Reads the number that stands on the right of `≈`: `0.0292`, `3.00e8`, `3.00*10^8`.
 *
 * @throws DerivationError for what prints no digits, such as `1/3`, or leaves open which of them count, such as `1200`
 */
export function readPrinted(text: string): Printed {
  const match = printedForm.exec(text);
  if (!match) {
    throw new DerivationError(
      `the right side of ≈ must be a number with the digits that are printed, got \`${text}\``,
    );
  }
  const [, sign, mantissa, ...powers] = match;
  const power = powers.find((one) => one !== undefined)?.replaceAll(" ", "");
  if (power === undefined && /[1-9]\d*0$/.test(mantissa) && !mantissa.includes(".")) {
    const [digits, places] = scientific(mantissa);
    throw new DerivationError(
      `the zeros of \`${text.trim()}\` do not tell which digits count: write ${sign}${digits}e${places}, in LaTeX ${sign}${digits} \\times 10^{${places}}`,
    );
  }
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const exponent = Number(power ?? 0) - decimals;
  if (Math.abs(exponent) > farthest) {
    throw new DerivationError(
      `the last digit of a number after ≈ must be worth 10^-${farthest} to 10^${farthest}, got 10^${exponent}`,
    );
  }
  const unit = Rational.of(10n).pow(exponent);
  return {
    text: text.replace(/\s/g, ""),
    latex: sign + mantissa + (power === undefined ? "" : ` \\times 10^{${Number(power)}}`),
    unit,
  };
}

/** The digits of 12000 as 1.2, and the power of ten that belongs to them. */
function scientific(whole: string): [string, number] {
  const digits = whole.replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  return [`${kept[0]}${kept.length > 1 ? `.${kept.slice(1)}` : ""}`, digits.length - 1];
}
