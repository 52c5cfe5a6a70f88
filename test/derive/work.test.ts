import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random as seeded, rational } from "../../src/index.js";
import { intervals } from "../../src/derive/evaluate/interval.js";
import { Arithmetic } from "../../src/derive/evaluate/value.js";
import { GaveUp } from "../../src/derive/tree/errors.js";
import { countWork, noteWork, withinWork } from "../../src/derive/tree/work.js";
import { type Row, verdictOf } from "./rows.js";

const test = suite("derive: work");

test("what is counted beyond the limit is given up", () => {
  withinWork(10, () => countWork(10));
  assert.throws(
    () => withinWork(10, () => countWork(11)),
    /^gave up at the work that one claim may take$/,
  );
});
test("a part has no more than what it stands in, and what it takes is counted there", () => {
  withinWork(10, () => {
    withinWork(100, () => noteWork(8));
    assert.throws(() => countWork(3), /gave up/);
  });
  assert.throws(() => withinWork(10, () => withinWork(100, () => countWork(11))), /gave up/);
});
test("a part with less leaves the rest to what comes after", () => {
  withinWork(10, () => {
    assert.throws(() => withinWork(2, () => countWork(3)), /gave up/);
    countWork(7);
  });
});
test("a claim that takes more than its share is unknown, and says so", () => {
  const row = ["(x+y)^2", "=", "x^2 + 2*x*y + y^2", []] as Row;
  assert.is(verdictOf(row).grade, "proved");
  const { grade, reason } = withinWork(10, () => verdictOf(row));
  assert.is(grade, "unknown");
  assert.match(reason ?? "", /the work that one claim may take/);
});
/** Whether a claim takes all of so much work. */
const takes = (least: number, row: Row): boolean => {
  try {
    withinWork(least, () => {
      verdictOf(row);
      countWork(1);
    });
    return false;
  } catch (error) {
    if (error instanceof GaveUp) return true;
    throw error;
  }
};
const nested = (depth: number, around: (inner: string, i: number) => string, core = "x") =>
  Array.from({ length: depth }).reduce((inner: string, _, i) => around(inner, i), core);

test("each way to take long is counted: long numbers, forms and derivatives", () => {
  const random = seeded(11);
  for (let round = 0; round < 2; round++) {
    const [a, b] = [random.integer(2, 9), random.integer(10, 19)];
    // Each takes about a third more than this; without the count of its kind it would take half of it, or less.
    const hostile: [string, number, string, string][] = [
      ["fractions that grow", 150_000, nested(13, (s) => `(${s})^2 + 1/${a}`, "1/3"), "x"],
      ["long fractions", 700_000, `prod(sum(1/(j + ${a}), j, 1, k), k, 1, 120)`, "3"],
      ["long factors", 2_400_000, `(x + 1/${a})^400*(x - 1/${b})^400`, "(x^2 - 1)^400"],
      ["sums of sums", 18_000, `sum(sum(1/(k + j + ${a}), k, 1, 3), j, 1, 3)`, "0"],
      ["derivatives", 1_500_000, nested(8, (s) => `D(${s}, x)`, `1/(x^2 + y*x + ${a})^3`), "0"],
    ];
    for (const [what, least, left, right] of hostile)
      assert.ok(takes(least, [left, "=", right, []]), `${what}: ${left.slice(0, 60)}`);
  }
});
test("a series counts with the bits that are asked for", () => {
  const sine = (bits: number) => {
    const math = new Arithmetic(intervals(bits));
    math.sin(rational("1/3"));
    return math.takeWork();
  };
  assert.ok(sine(512) > 40);
  assert.ok(sine(8192) > 100 * sine(512));
});
test("a product of enclosures counts once they are long", () => {
  const product = (power: number) => {
    const math = new Arithmetic(intervals(160));
    const value = math.wide(rational(3).pow(power));
    math.mul(value, value);
    return math.takeWork();
  };
  assert.is(product(20), 0);
  assert.ok(product(1500) > 5);
});
test("what the signs of sums take to find is counted, and points are looked at after them", () => {
  const signs = ["x", "y", "z", "u"].map((name, i, all) => `tanh(${name} + ${all[(i + 1) % 4]})`);
  const row: Row = [signs.join("*"), "<", "sigmoid(x + y + z + u) + 1 + x^2 + y^2 + u^2/6", []];
  assert.ok(takes(1_000_000, row));
  assert.is(verdictOf(row).grade, "tested");
});
test("a sum of fractions counts with the square of their length, and one of short fractions nothing", () => {
  const total = (digits: number) => {
    const math = new Arithmetic();
    const long = (den: number) => rational(`1/${den}${"7".repeat(digits)}`);
    math.add(long(3), long(4));
    return math.takeWork();
  };
  assert.is(total(5), 0);
  assert.ok(total(200) > 10);
  assert.ok(total(2000) > 30 * total(200));
});
test("a claim whose form is small and whose expression would be endless is decided", () => {
  const verdict = verdictOf([nested(40, (s, i) => `max(${s}, ${i}*y)`), "=", "x", []]);
  assert.is(verdict.grade, "refuted");
});
test("a power whose exponent is huge costs no more than its digits", () => {
  const row = ["((x^(10^9))^(10^9))*x^2", "=", "(x^(10^9))^(10^9)", []] as Parameters<
    typeof verdictOf
  >[0];
  assert.not.ok(takes(600_000, row)); // most of it for enclosures of up to 40 times their precision
  assert.is(verdictOf(row).grade, "unknown");
});
test.run();
