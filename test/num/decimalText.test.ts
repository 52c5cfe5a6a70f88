import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decimalBeside, fixedText } from "../../src/num/decimalText.js";

const test = suite("decimal texts");

test("fixedText rounds half a unit away from zero, exactly", () => {
  const cases: [bigint, bigint, number, string][] = [
    [1n, 8n, 2, "0.13"], // 0.125
    [-1n, 8n, 2, "-0.13"],
    [1249n, 10000n, 2, "0.12"],
    [10n, 343n, 4, "0.0292"],
    [1n, 3n, 30, "0.333333333333333333333333333333"],
    [7n, 2n, 0, "4"],
    [-7n, 2n, 0, "-4"],
    [-1n, 3n, 0, "0"], // no minus before a zero
    [-1n, 1000n, 2, "0.00"],
    [-5n, 1000n, 2, "-0.01"],
    [12345n, 1n, 2, "12345.00"],
    [0n, 1n, 3, "0.000"],
    [999n, 1000n, 2, "1.00"],
    [5n, 100n, 1, "0.1"],
    [123n, 1n, 0, "123"],
  ];
  for (const [num, den, places, text] of cases) assert.is(fixedText(num, den, places), text);
});

/** How a decimal stands beside a fraction. */
const beside = (num: bigint, den: bigint) => {
  const found = decimalBeside(num, den);
  return found && `${found.relation} ${found.text}`;
};

test("an integer has no decimal beside it", () => {
  assert.is(beside(7n, 1n), undefined);
  assert.is(beside(0n, 1n), undefined);
});

test("a decimal of up to six places is written out in full", () => {
  assert.equal(
    [beside(9n, 10n), beside(-1n, 4n), beside(1n, 64n), beside(12345678n, 500000n)],
    ["= 0.9", "= -0.25", "= 0.015625", "= 24.691356"],
  );
  assert.is(beside(1n, 128n), "≈ 0.00781"); // 0.0078125 has seven
});

test("others have four places, and three significant digits below 0.1", () => {
  assert.equal(
    [beside(2n, 3n), beside(100n, 3n), beside(1n, 9n), beside(10n, 343n), beside(-1n, 300n)],
    ["≈ 0.6667", "≈ 33.3333", "≈ 0.1111", "≈ 0.0292", "≈ -0.00333"],
  );
  assert.is(beside(1n, 11n), "≈ 0.0909");
  assert.is(beside(1n, 3000000n), "≈ 0.000000333"); // seven zeros are still read at a glance
});

test("powers of ten stand where zeros would be counted", () => {
  assert.equal(
    [beside(1n, 30000000n), beside(-2n, 3n * 10n ** 20n), beside(10n ** 16n, 7n)],
    ["≈ 3.333e-8", "≈ -6.667e-21", "≈ 1.429e15"],
  );
  assert.is(beside(10n ** 15n, 7n), "≈ 142857142857142.8571");
  assert.is(beside(10n ** 30n - 1n, 10n ** 10n + 1n), "≈ 1.000e20"); // 9.9999…e19 rounds up to the next power
  assert.is(beside(-(10n ** 30n - 1n), 10n ** 10n + 1n), "≈ -1.000e20");
  assert.is(beside(1n, 10n ** 12n), "≈ 1.000e-12");
  assert.is(beside(99999n, 10n ** 13n), "≈ 1.000e-8"); // 9.9999e-9
});

test("in LaTeX the power is written as one", () => {
  assert.equal(decimalBeside(1n, 3n * 10n ** 8n), {
    relation: "≈",
    text: "3.333e-9",
    latex: "3.333 \\times 10^{-9}",
  });
  assert.equal(decimalBeside(1n, 2n), { relation: "=", text: "0.5", latex: "0.5" });
});

test.run();
