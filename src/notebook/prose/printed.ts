/** A number as a page prints it: a fraction, and how far a value that is rounded to it may lie away. */
export interface Printed {
  numerator: bigint;
  denominator: bigint;
  /** Half a unit of the last digit, as a fraction over the same kind; 0 of 1 for what is not rounded. */
  slack: { numerator: bigint; denominator: bigint };
}

const exact = { numerator: 0n, denominator: 1n };

const words: Record<string, bigint> = {
  ...Object.fromEntries(
    [
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
    ].map((word, i) => [word, BigInt(i + 1)]),
  ),
  a: 1n,
  hundred: 100n,
  "a hundred": 100n,
  "one hundred": 100n,
  thousand: 1000n,
  "a thousand": 1000n,
  "one thousand": 1000n,
  "a million": 1_000_000n,
  "one million": 1_000_000n,
};

/**
 * The number that a text prints: digits with a point, thousands separated by commas or narrow spaces, a percentage, a power of ten
 * (`1.2e-3`, `1.2 × 10^-3`), a fraction, or words such as "one in a thousand". Digits are rounded; whole numbers in a fraction, and
 * words, are exact.
 *
 * @returns undefined for any other text
 */
export function readPrinted(text: string): Printed | undefined {
  const plain = text
    .replace(/\\times/g, "×")
    .replace(/\\%/g, "%")
    .replace(/\{,\}/g, ",")
    .replace(/[$*{}\\]/g, "")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ")
    .trim()
    .toLowerCase();
  const parts = /^(\S.*?) (?:in|of|out of) (\S.*)$|^(-?[\d ,]+) ?\/ ?([\d ,]+)$/.exec(plain);
  if (!parts) return readDecimal(plain) ?? whole(plain);
  const [above, below] = [whole(parts[1] ?? parts[3]), whole(parts[2] ?? parts[4])];
  if (!above || !below || below.numerator <= 0n) return undefined;
  return { numerator: above.numerator, denominator: below.numerator, slack: exact };
}

/** A whole number in digits or words, which is exact. */
function whole(text: string): Printed | undefined {
  const numerator = Object.hasOwn(words, text)
    ? words[text]
    : isGrouped(text)
      ? BigInt(text.replace(/[ ,]/g, ""))
      : undefined;
  return numerator === undefined ? undefined : { numerator, denominator: 1n, slack: exact };
}

const isGrouped = (text: string) => /^-?(?:\d+|\d{1,3}(?:[ ,]\d{3})+)$/.test(text);

const decimal =
  /^([-+]?)([\d ,]*\d)(?:\.(\d+))?(?:e([-+]?\d{1,3})| ?× ?10\^([-+]?\d{1,3}))?( ?%)?$/;

function readDecimal(text: string): Printed | undefined {
  const [, sign, above, below = "", e, power, percent] = decimal.exec(text) ?? [];
  if (above === undefined || !isGrouped(above)) return undefined;
  const shift = Number(e ?? power ?? 0) - below.length - (percent ? 2 : 0);
  const digits = BigInt(above.replace(/[ ,]/g, "") + below) * (sign === "-" ? -1n : 1n);
  const ten = 10n ** BigInt(Math.abs(shift));
  const [numerator, denominator] = shift < 0 ? [digits, ten] : [digits * ten, 1n];
  const unit = shift < 0 ? 1n : ten;
  return { numerator, denominator, slack: { numerator: unit, denominator: 2n * denominator } };
}

const size = (value: bigint) => (value < 0n ? -value : value);

/**
 * Whether a value, as a cell shows it, is printed by a text: it rounds to those digits; a fraction or words it equals to 12
 * digits, since the value of a cell may itself be rounded.
 */
export function prints(printed: Printed, value: Printed): boolean {
  const away = size(printed.numerator * value.denominator - value.numerator * printed.denominator);
  const over = printed.denominator * value.denominator;
  const { numerator, denominator } = printed.slack;
  if (numerator > 0n) return away * denominator <= numerator * over;
  return away * 10n ** 12n <= size(value.numerator) * printed.denominator;
}
