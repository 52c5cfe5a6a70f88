import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  bce,
  bceBackward,
  bceWithLogits,
  bceWithLogitsBackward,
  gradcheck,
  sigmoid,
} from "../../src/index.js";
import { refuses } from "../support/refuses.js";

const test = suite("nn.bce");
const near = (found: number, expected: number) =>
  assert.ok(
    Math.abs(found - expected) <= 1e-15 * Math.max(1, Math.abs(expected)),
    `${found}, not ${expected}`,
  );

test("bce is minus the logarithm of the probability of the label", () => {
  near(bce(0.5, 1), Math.LN2);
  near(bce(0.25, 1), 2 * Math.LN2);
  near(bce(0.25, 0), -Math.log(0.75));
  near(bce(0.25, 0.5), (2 * Math.LN2 - Math.log(0.75)) / 2);
  near(bce(1e-300, 1), 300 * Math.LN10);
  assert.is(bce(1e-300, 0), 1e-300); // log1p: log(1 - 1e-300) would be 0
});

test("bceBackward is (yHat - y) / (yHat (1 - yHat)), a central difference of bce", () => {
  assert.is(bceBackward(0.25, 1), -4);
  assert.is(bceBackward(0.25, 0), 4 / 3);
  assert.is(bceBackward(0.5, 0.5), 0);
  for (const [yHat, y] of [
    [0.3, 0],
    [0.6, 1],
    [0.8, 0.25],
  ]) {
    assert.is(gradcheck(({ data }) => bce(data[0], y), [yHat], [bceBackward(yHat, y)]).ok, true);
  }
});

test("from logits the loss is the same, and so is the chain of gradients", () => {
  for (const z of [-3, -0.25, 0, 1.5, 4])
    for (const y of [0, 0.25, 1]) {
      near(bceWithLogits(z, y), bce(sigmoid(z), y));
      near(bceWithLogitsBackward(z, y), sigmoid(z) - y);
      assert.is(
        gradcheck(({ data }) => bceWithLogits(data[0], y), [z], [bceWithLogitsBackward(z, y)]).ok,
        true,
      );
    }
});

test("the loss is never below zero and never infinite", () => {
  for (const z of [-1e308, -800, 800, 1e308])
    for (const y of [0, 1]) {
      const loss = bceWithLogits(z, y);
      assert.ok(loss >= 0 && loss < Infinity);
      assert.is(loss, z > 0 === (y === 1) ? 0 : Math.abs(z));
    }
});

test("labels from 0 to 1, both included, and probabilities strictly between are taken", () => {
  for (const f of [bce, bceBackward]) {
    const name = f.name;
    for (const yHat of [0, 1, -0.5, 1.5]) {
      refuses(
        () => f(yHat, 1),
        new RegExp(
          `^${name}: yHat must be above 0 and below 1, got ${yHat}$`.replaceAll(".5", "\\.5"),
        ),
      );
    }
    assert.throws(() => f(NaN, 1), /: yHat must be a finite number, got NaN$/);
    assert.throws(() => f(0.5, -0.1), /: y must be from 0 to 1, got -0\.1$/);
  }
  for (const f of [bceWithLogits, bceWithLogitsBackward]) {
    assert.throws(() => f(NaN, 1), /: z must be a finite number, got NaN$/);
    assert.throws(() => f(0, 1.5), /: y must be from 0 to 1, got 1\.5$/);
    assert.throws(() => f(0, "1" as never), /: y must be a finite number, got "1"$/);
  }
});

test.run();
