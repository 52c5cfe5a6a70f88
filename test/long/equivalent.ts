/** Changes that no test can notice, since nothing changes by them: the mutant's key, and why. */
export const equivalent = new Map<string, string>([
  [
    "src/num/tensorText.ts: return [...all.slice(0, shownEntries - 2), -1, size - 1];: 1 -> 2",
    "any index below zero stands for what is left out",
  ],
  [
    "src/num/rational.ts: return this.num < 0n ? `-${fraction}` : fraction;: 0n -> 1n",
    "zero is an integer, and integers are written above",
  ],
  [
    "src/num/rational.ts: const sign = den < 0n ? -1n : 1n;: 0n -> 1n",
    "a denominator of zero is refused above",
  ],
  ["src/num/rational.ts: const divisor = gcd(num, den) * sign;: * -> /", "the sign is 1 or -1"],
  [
    "src/num/gcd.ts: let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];: 0n -> 1n",
    "-0n is 0n",
  ],
  [
    "src/num/gcd.ts: let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];: 0n -> 1n (2)",
    "-0n is 0n",
  ],
  [
    "src/num/rational.ts: return this.num < 0n ? new Rational(-this.den, -this.num) : new Rational(this.den, this.num);: 0n -> 1n",
    "zero is refused above",
  ],
  ["src/num/rational.ts: return this.num < 0n ? this.neg() : this;: 0n -> 1n", "-0n is 0n"],
  [
    "src/num/rational.ts: return this.num < 0n && quotient * this.den !== this.num ? quotient - 1n : quotient;: * -> /",
    "a negative fraction in lowest terms differs from its whole part unless it is an integer, either way",
  ],
  [
    "src/num/rational.ts: return this.num < 0n && quotient * this.den !== this.num ? quotient - 1n : quotient;: 0n -> 1n",
    "zero is its own whole part",
  ],
  [
    "src/num/nearestDouble.ts: const exponent = bits(num) - bits(den) - 64;: 64 -> 65",
    "one bit more than is needed",
  ],
  [
    "src/num/nearestDouble.ts: const top = exponent < 0 ? num << BigInt(-exponent) : num;: 0 -> 1",
    "a shift by nothing",
  ],
  [
    "src/num/nearestDouble.ts: return scaled(quotient * bottom === top ? quotient : quotient | 1n, exponent);: 1n -> 2n",
    "any bit below the 53 kept says that something follows",
  ],
  [
    "src/num/nearestDouble.ts: if (lost > bits(mantissa) - 53) {: 53 -> 54",
    "at the border both ways keep 53 bits",
  ],
  [
    "src/num/nearestDouble.ts: const first = Math.trunc(exponent / 2);: 2 -> 3",
    "any two factors in range will do",
  ],
  [
    "src/num/nearestDouble.ts: return 4 * (digits.length - 1) + 32 - Math.clz32(parseInt(digits[0], 16));: + -> -",
    "only the difference of two lengths counts, up to the bits that are kept to spare",
  ],
  [
    "src/num/nearestDouble.ts: return 4 * (digits.length - 1) + 32 - Math.clz32(parseInt(digits[0], 16));: 0 -> 1",
    "a length wrong by up to four leaves enough bits",
  ],
  [
    "src/num/nearestDouble.ts: return 4 * (digits.length - 1) + 32 - Math.clz32(parseInt(digits[0], 16));: 1 -> 2",
    "only the difference of two lengths counts",
  ],
  [
    "src/num/nearestDouble.ts: return 4 * (digits.length - 1) + 32 - Math.clz32(parseInt(digits[0], 16));: 16 -> 17",
    "one digit reads the same in base 17",
  ],
  ["src/num/decimalText.ts: const magnitude = num < 0n ? -num : num;: 0n -> 1n", "-0n is 0n"],
  [
    "src/num/decimalText.ts: const exponent = decimalExponent(num < 0n ? -num : num, den);: 0n -> 1n",
    "zero is an integer, and integers have no decimal",
  ],
  [
    'src/num/decimalText.ts: return plain("≈", fixedText(num, den, exponent >= -1 ? 4 : 2 - exponent));: 1 -> 2',
    "at exponent -2 both say four places",
  ],
  [
    "src/num/decimalText.ts: const mantissa = exponent < 0 ? fixedText(num * scale, den, 3) : fixedText(num, den * scale, 3);: 0 -> 1",
    "exponents near zero are written without powers of ten",
  ],
  [
    "src/num/decimalText.ts: const reached = guess < 0 ? magnitude * scale >= den : magnitude >= den * scale;: 0 -> 1",
    "a scale of one",
  ],
  [
    'src/num/decimalText.ts: const sign = num < 0n && rounded !== 0n ? "-" : "";: 0n -> 1n',
    "zero rounds to zero",
  ],
  [
    "src/num/parseFraction.ts: return power < 0 ? { num: digits, den: scale * bottom } : { num: digits * scale, den: bottom };: 0 -> 1",
    "a scale of one",
  ],
  [
    "src/num/random.ts: const state = Uint32Array.from({ length: 4 }, () => {: 4 -> 5",
    "the fifth word is never read",
  ],
  [
    "src/num/gradcheck.ts: let worst = { index: 0, analytic: analytic[0], numeric: NaN, error: -1 };: 0 -> 1",
    "the first entry replaces it",
  ],
  [
    "src/num/gradcheck.ts: let worst = { index: 0, analytic: analytic[0], numeric: NaN, error: -1 };: 0 -> 1 (2)",
    "the first entry replaces it",
  ],
  [
    "src/num/gradcheck.ts: let worst = { index: 0, analytic: analytic[0], numeric: NaN, error: -1 };: 1 -> 2",
    "the first entry replaces it",
  ],
  [
    'src/conv/transposedOutputSize.ts: : [checkAxisPadding(fn, "p", window.p ?? 0), 0 as const];: 0 -> 1 (2)',
    "without a plane the second axis is not asked for",
  ],
  [
    "src/nn/sigmoid.ts: if (z >= 0) return 1 / (1 + Math.exp(-z));: 0 -> 1",
    "between 0 and 1 both formulas are right",
  ],
  [
    "src/nn/maxPool2d.ts: const cell = input.data.subarray(plane * H * W, (plane + 1) * H * W);: 1 -> 2",
    "cells beyond the plane are not read",
  ],
  [
    "src/prob/gaussian.ts: if (q === Infinity) return [0, 0];: 0 -> 1",
    "the product of both is 0 all the same",
  ],
  [
    "src/prob/gaussian.ts: if (q === Infinity) return [0, 0];: 0 -> 1 (2)",
    "the product of both is 0 all the same",
  ],
  ["src/prob/gaussianCdf.ts: const terms = 120;: 120 -> 121", "no double moves by a term more"],
  [
    "src/prob/gaussianCdf.ts: return z < 0 ? tail : 1 - tail;: 0 -> 1",
    "z is at least 2 away from zero here",
  ],
  [
    "src/prob/gaussianCdf.ts: for (let odd = 3; total + term !== total; odd += 2) {: + -> -",
    "a term that does not move the total does so on neither side",
  ],
]);
