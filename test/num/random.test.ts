import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/index.js";
import { xoshiro } from "../../src/num/random.js";
import { assertClose } from "../support/close.js";
import { refuses } from "../support/refuses.js";

const test = suite("random");
const times = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);

test("xoshiro gives the published numbers from the state 1, 2, 3, 4", () => {
  // the reference vector of the rand_xoshiro crate, made by Blackman and Vigna's C program
  const state = Uint32Array.of(1, 2, 3, 4);
  assert.equal(
    times(10, () => xoshiro(state)),
    [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ],
  );
});

// What follows comes from a program in Python's integers: SplitMix32, then xoshiro128**.
test("bits continue from the seed as SplitMix32 spreads it", () => {
  const bits = (seed: number) => times(4, random(seed).bits);
  assert.equal(bits(0), [1789933344, 44971166, 2521387044, 3848737593]);
  assert.equal(bits(1), [393288148, 2174103013, 3814759091, 2092745082]);
  assert.equal(bits(2 ** 32 - 1), [4104197751, 1825856343, 1152209388, 2427537429]);
});

test("uniform fills all 53 bits of a double on [0, 1) and scales to [low, high)", () => {
  const source = random(1);
  assert.equal(
    times(3, () => source.uniform()),
    [0.09156953552660052, 0.8881928099282858, 0.4342701808717522],
  );
  assert.is(random(0).uniform(10, 14), 10 + 4 * 0.4167513252864876);
  assert.is(random(0).uniform(-3), -3 + 4 * 0.4167513252864876); // high is 1
});

test("uniform never gives the high end, even where rounding reaches it", () => {
  const source = random(3);
  const high = 1 + 2 ** -52;
  const values = times(100, () => source.uniform(1, high));
  assert.equal([...new Set(values)], [1]);
});

test("integer has both ends and no favourite", () => {
  const source = random(7);
  const counts = new Map<number, number>();
  for (const value of times(6000, () => source.integer(-2, 3))) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  assert.equal(
    [...counts.keys()].sort((a, b) => a - b),
    [-2, -1, 0, 1, 2, 3],
  );
  // 1000 of each; four standard deviations, sqrt(6000 * 5/36) = 29
  for (const count of counts.values()) assert.ok(Math.abs(count - 1000) < 116, `${count}`);
  assert.is(random(0).integer(5, 5), 5);
  assert.is(random(0).integer(0, 9), 4); // floor(0.4167 * 10)
  assert.is(random(1).integer(100, 199), 109); // 100 + floor(0.0915 * 100)
});

test("normal is Marsaglia's polar method, one of the two numbers kept", () => {
  const source = random(0);
  assertClose(
    times(4, () => source.normal()),
    [-1.6490787641096227, -1.6547313118254983, 1.100896711508397, 1.02940145410759],
    1e-15,
  );
  assertClose(random(1).normal(10, 2), 10 - 2 * 0.4219232561310855, 1e-15);
  assertClose(random(1).normal(10), 10 - 0.4219232561310855, 1e-15);
});

test("normal has mean 0, variance 1 and the tails of the bell", () => {
  const source = random(9);
  const values = times(20_000, () => source.normal());
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  const beyond = values.filter((value) => Math.abs(value) > 1.96).length / values.length;
  assert.ok(Math.abs(mean) < 0.03, `${mean}`); // four times 1 / sqrt(20 000)
  assert.ok(Math.abs(variance - 1) < 0.04, `${variance}`); // four times sqrt(2 / 20 000)
  assert.ok(Math.abs(beyond - 0.05) < 0.0062, `${beyond}`); // four times sqrt(0.05 * 0.95 / 20 000)
});

test("normalTensor draws in row-major order, scaled by sd", () => {
  const drawn = random(0).normalTensor([2, 2]);
  assert.equal(drawn.shape, [2, 2]);
  const source = random(0);
  assert.equal(
    [...drawn.data],
    times(4, () => source.normal()),
  );
  assertClose(random(0).normalTensor([1], 3).data, [3 * -1.6490787641096227], 1e-15);
});

test("the same seed gives the same stream, and streams do not share a state", () => {
  const [left, right] = [random(5), random(5)];
  left.bits();
  assert.is(left.bits() === right.bits(), false);
  assert.equal(times(5, random(5).bits), times(5, random(5).bits));
});

test("a wrong argument is named", () => {
  refuses(() => random(-1), /^random: seed must be an integer from 0 to 4294967295, got -1$/);
  refuses(
    () => random(2 ** 32),
    /^random: seed must be an integer from 0 to 4294967295, got 4294967296$/,
  );
  refuses(() => random(0.5), /^random: seed must be an integer from 0 to 4294967295, got 0\.5$/);
  const source = random(0);
  refuses(() => source.uniform(1, 1), /^random\.uniform: high must be > 1, got 1$/);
  refuses(() => source.uniform(0, NaN), /^random\.uniform: high must be a finite number, got NaN$/);
  refuses(() => source.uniform(NaN), /^random\.uniform: low must be a finite number, got NaN$/);
  refuses(() => source.integer(2, 1), /^random\.integer: high must be an integer >= 2, got 1$/);
  refuses(() => source.integer(0.5, 1), /^random\.integer: low must be an integer, got 0\.5$/);
  refuses(() => source.normal(0, 0), /^random\.normal: sd must be a finite number > 0, got 0$/);
  refuses(
    () => source.normal(Infinity),
    /^random\.normal: mean must be a finite number, got Infinity$/,
  );
  refuses(
    () => source.normalTensor([0]),
    /^random\.normalTensor: shape\[0\] must be an integer >= 1, got 0$/,
  );
});

test.run();
