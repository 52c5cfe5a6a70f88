import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random, Rational } from "../../../src/index.js";
import {
  degreeOf,
  type Polynomial,
  productOf,
  signAt,
  squarefree,
} from "../../../src/derive/roots/polynomial.js";
import { placesOf, signThere } from "../../../src/derive/roots/places.js";
import { realRoots } from "../../../src/derive/roots/realRoots.js";

const test = suite("derive: real roots");
const rational = (num: number, den = 1) => Rational.of(BigInt(num), BigInt(den));
const values = (poly: Polynomial) => realRoots(poly).map(({ value }) => `${value}`);

test("known roots are found, each once and in order", () => {
  assert.equal(values([-6n, 11n, -6n, 1n]), ["1", "2", "3"]);
  assert.equal(values([0n, 0n, 4n, -4n, 1n]), ["0", "2"]); // x^2 (x - 2)^2
  assert.equal(values([-1n, 0n, 4n]), ["-1/2", "1/2"]);
  assert.equal(values([1n, 0n, 1n]), []);
  assert.equal(values([7n]), []);
});
test("a root that is no fraction has none, and lies between its bounds", () => {
  const [low, high] = realRoots([-2n, 0n, 1n]); // x^2 = 2
  assert.is(high.value, undefined);
  assert.ok(high.low.toNumber() < Math.SQRT2 && Math.SQRT2 < high.high.toNumber());
  assert.ok(low.high.toNumber() > -Math.SQRT2 && low.low.toNumber() < -Math.SQRT2);
});
test("roots a millionth apart, and at a million, are told apart", () => {
  const near = productOf([-1_000_001n, 1_000_000n], [-1n, 1n]);
  assert.equal(values(near), ["1", "1000001/1000000"]);
  assert.equal(values(productOf([-1_000_003n, 1n], [-1_000_004n, 1n])), ["1000003", "1000004"]);
});
test("a product of random linear factors and positive squares has the roots of the former", () => {
  const source = random(7);
  for (let i = 0; i < 60; i++) {
    const roots = new Map<string, Rational>();
    let poly: Polynomial = [source.bits() % 2 ? 1n : -1n];
    for (let k = source.integer(0, 4); k > 0; k--) {
      const root = rational(source.integer(-20, 20), source.integer(1, 6));
      roots.set(`${root}`, root);
      for (let times = source.integer(1, 2); times > 0; times--)
        poly = productOf(poly, [-root.num, root.den]);
    }
    poly = productOf(poly, [BigInt(source.integer(1, 9)), 0n, 1n]);
    const expected = [...roots.values()].sort((a, b) => a.compare(b)).map(String);
    assert.equal(values(poly), expected, `${poly}`);
    for (const place of placesOf([poly], false)!) {
      if (place.value) assert.is(signThere(poly, place), signAt(poly, place.value));
    }
  }
});
test("the sign at a root that is no fraction is 0 for its own polynomial, and that of the value for another", () => {
  const [square, other]: Polynomial[] = [productOf([-2n, 0n, 1n], [-2n, 0n, 1n]), [-1n, 1n]];
  const roots = placesOf([square, other], false)!.filter(({ single, value }) => single && !value);
  assert.is(roots.length, 2);
  assert.equal(
    roots.map((place) => [signThere(square, place), signThere(other, place)]),
    [
      [0, -1],
      [0, 1],
    ],
  );
  assert.is(degreeOf(squarefree(square)), 2);
});
test("between two roots an integer is looked at, if there is one", () => {
  const values = placesOf(
    [
      [-5n, 0n, 1n],
      [-7n, 2n],
    ],
    true,
  )!.map(({ value }) => Number(value!.num));
  for (const needed of [-3, -2, 3, 4]) assert.ok(values.includes(needed), `${needed} of ${values}`);
});
test("polynomials of too high a degree are left alone", () => {
  assert.is(placesOf([Array.from({ length: 40 }, () => 1n)], false), undefined);
});
test.run();
