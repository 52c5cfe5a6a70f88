import { suite } from "uvu";
import * as assert from "uvu/assert";
import { valueTexts } from "../../../src/derive/decide/points/valueText.js";
import { intervals } from "../../../src/derive/evaluate/interval.js";
import { Rational } from "../../../src/index.js";

const test = suite("derive: values as a witness prints them");

const bits = 96;
const { of } = intervals(bits);
const between = (low: string, high: string) => ({ lo: of(read(low)).lo, hi: of(read(high)).hi });
const read = (text: string): Rational => {
  const [whole, places = ""] = text.split(".");
  return Rational.of(BigInt(whole + places), 10n ** BigInt(places.length));
};

test("an enclosure is printed to the digits that it bears, and no further", () => {
  const one = Rational.of(1n);
  const text = (low: string, high: string) => valueTexts([between(low, high), one], bits)[0];
  assert.is(text("3.1415926535", "3.1415926536"), "≈ 3.14159265");
  assert.is(text("3.14159", "3.1416"), "≈ 3.1416");
  assert.is(text("3.1", "3.19"), "≈ 3.1");
  assert.is(text("-3.19", "-3.1"), "≈ -3.1");
  assert.is(text("3", "3.9"), "≈ 3");
});
test("and one that bears none by its ends", () => {
  const [left, right] = valueTexts([between("-2.5", "12.25"), Rational.of(20n)], bits);
  assert.equal([left, right], ["between -3 and 13", "20"]);
});
test("two that are apart by less than the digits that they bear are told apart by their ends", () => {
  const [left, right] = valueTexts(
    [between("0.125", "0.140625"), between("0.1416015625", "0.15625")],
    bits,
  );
  assert.match(left, /^between 0\.125\d* and 0\.140625\d*$/);
  assert.match(right, /^between 0\.14160156 and 0\.15625\d*$/);
});
test("a fraction is printed as it is", () =>
  assert.equal(valueTexts([Rational.of(1n, 3n), Rational.of(2n)], bits), ["1/3", "2"]));

test.run();
