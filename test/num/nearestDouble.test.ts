import { suite } from "uvu";
import * as assert from "uvu/assert";
import { commonFraction, doubleFraction, nearestDouble } from "../../src/num/nearestDouble.js";
import { random } from "../../src/index.js";

const test = suite("nearest doubles");

test("what JavaScript reads from a decimal text is the nearest double", () => {
  // ECMAScript's Number(text) rounds to nearest, ties to even: an implementation of its own.
  const source = random(5);
  for (let i = 0; i < 2000; i++) {
    const digits = `${source.integer(1, 2 ** 53 - 1)}${source.integer(0, 2 ** 53 - 1)}`;
    const exponent = source.integer(-360, 300);
    const [num, den] =
      exponent < 0
        ? [BigInt(digits), 10n ** BigInt(-exponent)]
        : [BigInt(digits) * 10n ** BigInt(exponent), 1n];
    assert.is(nearestDouble(num, den), Number(`${digits}e${exponent}`), `${digits}e${exponent}`);
    assert.is(nearestDouble(-num, den), -Number(`${digits}e${exponent}`));
  }
});

test("ties go to the even neighbour, and anything beyond a tie away from it", () => {
  const one = 2n ** 60n;
  const half = one / 2n ** 53n; // half a unit in the last place of 1
  assert.is(nearestDouble(one + half, one), 1);
  assert.is(nearestDouble(one + half + 1n, one), 1 + 2 ** -52);
  assert.is(nearestDouble(one + 3n * half, one), 1 + 2 ** -51);
  assert.is(nearestDouble(one + 3n * half - 1n, one), 1 + 2 ** -52);
  // The same with the tie's remainder far below 64 bits.
  const fine = 2n ** 300n;
  assert.is(nearestDouble(fine + fine / 2n ** 53n, fine), 1);
  assert.is(nearestDouble(fine + fine / 2n ** 53n + 1n, fine), 1 + 2 ** -52);
});

test("results below the normal doubles are rounded once", () => {
  const smallest = 2n ** 1074n;
  assert.is(nearestDouble(1n, smallest), 5e-324);
  assert.is(nearestDouble(1n, 2n * smallest), 0); // a tie, and 0 is even
  assert.is(nearestDouble(3n, 4n * smallest), 5e-324);
  assert.is(nearestDouble(3n, 2n * smallest), 1e-323); // 1.5 units, a tie
  assert.is(nearestDouble(5n, 2n * smallest), 1e-323); // 2.5 units
  assert.is(nearestDouble(2n ** 53n + 1n, 2n * smallest), 2 ** -1022); // a tie at the border
  assert.is(nearestDouble(1n, 10n ** 400n), 0);
  assert.ok(Object.is(nearestDouble(-1n, 10n ** 400n), -0));
});

test("results beyond the largest double are infinite", () => {
  const largest = (2n ** 53n - 1n) * 2n ** 971n;
  assert.is(nearestDouble(largest, 1n), Number.MAX_VALUE);
  assert.is(nearestDouble(largest + 2n ** 970n - 1n, 1n), Number.MAX_VALUE);
  assert.is(nearestDouble(largest + 2n ** 970n, 1n), Infinity); // a tie: IEEE 754 rounds it up
  assert.is(nearestDouble(-(10n ** 400n), 1n), -Infinity);
});

test("a quotient of integers below 2^53 is what the division of doubles gives", () => {
  const source = random(6);
  for (let i = 0; i < 1000; i++) {
    const [num, den] = [source.integer(0, 2 ** 53 - 1), source.integer(1, 2 ** 53 - 1)];
    assert.is(nearestDouble(BigInt(num), BigInt(den)), num / den);
    // The same quotient by the way for large numbers.
    const scale = 3n ** 80n;
    assert.is(nearestDouble(BigInt(num) * scale, BigInt(den) * scale), num / den);
  }
});

test("integers beyond 2^53 are not rounded before they are divided", () => {
  // Python 3: float(Fraction(num, den)); the quotient of the rounded integers differs in the last digit
  const cases: [bigint, bigint, number][] = [
    [17514416637718855n, 669n, 26179994974168.69],
    [10698018013524571n, 501n, 21353329368312.516],
    [925n, 9558254875452199n, 9.677498790868333e-14],
    [25n, 9173024002802749n, 2.7253825992782136e-15],
  ];
  for (const [num, den, expected] of cases) {
    assert.is(nearestDouble(num, den), expected);
    assert.is.not(Number(num) / Number(den), expected);
  }
});

test("zero has no sign", () => {
  assert.ok(Object.is(nearestDouble(0n, 1n), 0));
  assert.ok(Object.is(nearestDouble(0n, 10n ** 40n), 0));
});

test("doubleFraction gives the fraction in lowest terms", () => {
  // Python 3: (0.1).as_integer_ratio() and so on
  const cases: [number, bigint, bigint][] = [
    [0.1, 3602879701896397n, 36028797018963968n],
    [-0.75, -3n, 4n],
    [3, 3n, 1n],
    [0, 0n, 1n],
    [1e22, 10000000000000000000000n, 1n],
    [5e-324, 1n, 2n ** 1074n],
  ];
  for (const [value, num, den] of cases) assert.equal(doubleFraction(value), { num, den });
});

test("commonFraction puts all over the largest denominator", () => {
  assert.equal(commonFraction([0.5, 3, -0.125]), { nums: [4n, 24n, -1n], den: 8n });
  assert.equal(commonFraction([2, 5]), { nums: [2n, 5n], den: 1n });
  assert.equal(commonFraction([]), { nums: [], den: 1n });
});

test.run();
