import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random, rational, sum } from "../../src/index.js";

const test = suite("sum");

test("small terms are not lost among large ones, in any order", () => {
  assert.is(sum([1, 1e100, 1, -1e100]), 2); // Neumaier's example
  assert.is(sum([1e100, 1, -1e100]), 1);
  assert.is(sum([1, 1e100, -1e100]), 1);
  assert.is(sum(Array.from({ length: 10 }, () => 0.1)), 1); // a plain loop gives 0.9999999999999999
});

test("the sum is within a unit in the last place of the exact one", () => {
  const source = random(3);
  for (let round = 0; round < 20; round++) {
    const values = Array.from(
      { length: 200 },
      () => source.uniform(-1, 1) * 10 ** source.integer(-8, 8),
    );
    const exact = values
      .map((value) => rational(BigInt(Math.round(value * 2 ** 60)), 2n ** 60n))
      .reduce((left, right) => left.add(right))
      .toNumber();
    const scale = Math.max(...values.map(Math.abs));
    assert.ok(Math.abs(sum(values) - exact) <= 2 ** -52 * Math.max(Math.abs(exact), scale * 1e-6));
  }
});

test("lists of any kind are taken, and none gives 0", () => {
  assert.is(sum([]), 0);
  assert.is(sum(Float64Array.of(1, 2, 3)), 6);
  assert.is(sum([-2]), -2);
});

test("a partial sum beyond the largest double is infinite", () => {
  assert.is(sum([1e308, 1e308, -1e308]), Infinity);
  assert.is(sum([-1e308, -1e308]), -Infinity);
});

test("what is no finite number is named by its place", () => {
  assert.throws(() => sum([1, NaN]), /^sum: values\[1\] must be a finite number, got NaN$/);
  assert.throws(() => sum([Infinity]), /^sum: values\[0\] must be a finite number, got Infinity$/);
  assert.throws(() => sum(["1"] as never), /^sum: values\[0\] must be a finite number, got "1"$/);
  assert.throws(() => sum(3 as never), /^sum: values must be an array of numbers, got 3$/);
  assert.throws(() => sum(null as never), /^sum: values must be an array of numbers, got null$/);
  assert.throws(() => sum("12" as never), /^sum: values must be an array of numbers, got "12"$/);
});

test.run();
