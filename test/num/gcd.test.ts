import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gcd, lcm } from "../../src/num/gcd.js";

const test = suite("num: gcd");

test("the greatest common divisor is not negative, whatever the signs", () => {
  assert.is(gcd(12n, 18n), 6n);
  assert.is(gcd(-12n, 18n), 6n);
  assert.is(gcd(12n, -18n), 6n);
  assert.is(gcd(35n, 64n), 1n);
});

test("0 is divided by all: the divisor of 0 and n is |n|, of 0 and 0 it is 0", () => {
  assert.is(gcd(0n, -7n), 7n);
  assert.is(gcd(7n, 0n), 7n);
  assert.is(gcd(0n, 0n), 0n);
});

test("long integers and short ones share what they share", () => {
  const [p, q] = [2n ** 61n - 1n, 2n ** 31n - 1n];
  for (const shared of [1n, q, p, p * p, 2n ** 53n, 3n * 2n ** 80n])
    for (const [a, b] of [
      [1n, 5n],
      [7n, 11n * p],
      [10n ** 40n + 1n, 10n ** 40n],
    ]) {
      assert.is(gcd(shared * a, -shared * b), shared);
      assert.is(gcd(shared * b, shared * a), shared);
    }
});

test("the least common multiple holds each once", () => {
  assert.is(lcm(4n, 6n), 12n);
  assert.is(lcm(1n, 7n), 7n);
  assert.is(lcm(2n ** 70n, 3n * 2n ** 69n), 3n * 2n ** 70n);
});

test.run();
