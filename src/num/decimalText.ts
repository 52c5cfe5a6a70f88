/** `num / den` with `places` decimals, half a unit rounded away from zero; exact. */
export function fixedText(num: bigint, den: bigint, places: number): string {
  const magnitude = num < 0n ? -num : num;
  const rounded = (2n * magnitude * 10n ** BigInt(places) + den) / (2n * den);
  const digits = rounded.toString().padStart(places + 1, "0");
  const sign = num < 0n && rounded !== 0n ? "-" : "";
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A decimal as it stands beside a fraction. */
export interface Decimal {
  relation: "=" | "≈";
  text: string;
  latex: string;
}

/** Decimals up to which a fraction is written out in full. */
const exactPlaces = 6;

/**
 * The decimal beside a fraction in lowest terms: exact where it is short, else four places, three significant digits
 * below 0.1, and powers of ten where those would be rows of digits; none beside an integer.
 */
export function decimalBeside(num: bigint, den: bigint): Decimal | undefined {
  if (den === 1n) return undefined;
  for (let places = 1; places <= exactPlaces; places++) {
    if (10n ** BigInt(places) % den === 0n) return plain("=", fixedText(num, den, places));
  }
  const exponent = decimalExponent(num < 0n ? -num : num, den);
  // As JavaScript writes them, but for large numbers: a double has fifteen digits for certain.
  if (exponent < -7 || exponent >= 15) return scientific(num, den, exponent);
  return plain("≈", fixedText(num, den, exponent >= -1 ? 4 : 2 - exponent));
}

function plain(relation: "=" | "≈", text: string): Decimal {
  return { relation, text, latex: text };
}

function scientific(num: bigint, den: bigint, exponent: number): Decimal {
  const scale = 10n ** BigInt(Math.abs(exponent));
  const mantissa = exponent < 0 ? fixedText(num * scale, den, 3) : fixedText(num, den * scale, 3);
  // 9.9996 rounds to ten: one power more.
  if (/^-?10/.test(mantissa)) return scientific(num, den, exponent + 1);
  return {
    relation: "≈",
    text: `${mantissa}e${exponent}`,
    latex: `${mantissa} \\times 10^{${exponent}}`,
  };
}

/** The power of ten of the leading digit. */
function decimalExponent(magnitude: bigint, den: bigint): number {
  const guess = magnitude.toString().length - den.toString().length;
  const scale = 10n ** BigInt(Math.abs(guess));
  const reached = guess < 0 ? magnitude * scale >= den : magnitude >= den * scale;
  return reached ? guess : guess - 1;
}
