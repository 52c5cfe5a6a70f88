const pattern =
  /^\s*([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?\s*(?:\/\s*([+-]?)(\d+)\s*)?$/i;

/** Powers of ten beyond this are refused: their digits alone would fill the memory. */
const largestExponent = 10_000;

/**
 * The fraction that a text such as `"0.9"`, `"1/3"` or `"-2.5e-3"` stands for, not reduced.
 *
 * @throws RangeError if the text is no number, or its exponent or denominator is out of range
 */
export function parseFraction(text: string, name: string): { num: bigint; den: bigint } {
  const match = pattern.exec(text);
  if (!match) {
    throw new RangeError(
      `rational: ${name} must be a number such as "0.9" or "1/3", got ${JSON.stringify(text)}`,
    );
  }
  const [, sign, whole = "", places = "", only = "", exponent = "0", underSign = "", under = "1"] =
    match;
  if (Math.abs(Number(exponent)) > largestExponent) {
    throw new RangeError(
      `rational: ${name} must have an exponent from -${largestExponent} to ${largestExponent}, got ${exponent}`,
    );
  }
  const negative = (sign === "-") !== (underSign === "-");
  const digits = BigInt(`${negative ? "-" : ""}${whole}${places}${only}`);
  const power = Number(exponent) - places.length - only.length;
  const scale = 10n ** BigInt(Math.abs(power));
  const bottom = BigInt(under);
  return power < 0 ? { num: digits, den: scale * bottom } : { num: digits * scale, den: bottom };
}
