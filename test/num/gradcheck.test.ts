import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradcheck, type Tensor, tensor } from "../../src/index.js";
import { refuses } from "../support/refuses.js";

const test = suite("gradcheck");
const square = ({ data }: Tensor) => data[0] ** 2;
const product = ({ data }: Tensor) => data[0] * data[1] ** 2 + Math.sin(data[2]);
const at = [2, 3, 0.5];
const right = [9, 12, Math.cos(0.5)];

test("a right gradient passes, whatever the shape of x", () => {
  const report = gradcheck(product, at, right);
  assert.is(report.ok, true);
  assert.is(report.entries, 3);
  assert.ok(report.worst.error >= 0 && report.worst.error < 1e-9, `${report.worst.error}`);
  assert.is(gradcheck(product, tensor(at, [1, 3, 1]), tensor(right, [3, 1])).ok, true);
  assert.is(gradcheck(square, Float64Array.of(3), [6]).ok, true);
});

test("f sees a tensor of the shape of x, one entry moved at a time", () => {
  const seen: Tensor[] = [];
  const x = tensor([1, 2], [2, 1]);
  gradcheck((moved) => (seen.push(moved), 0), x, [0, 0], { step: 0.5 });
  assert.equal(
    seen.map(({ data }) => [...data]),
    [
      [1.5, 2],
      [0.5, 2],
      [1, 3], // the step grows with |x|
      [1, 1],
    ],
  );
  assert.ok(seen.every(({ shape }) => `${shape}` === "2,1"));
  assert.equal([...x.data], [1, 2], "x itself is not moved");
});

test("a planted error in any entry is found, with both values", () => {
  for (const [index, planted] of [
    [0, 9.001],
    [1, -12],
    [2, Math.cos(0.5) + 1e-6],
  ]) {
    const wrong = right.map((value, i) => (i === index ? planted : value));
    const { ok, worst } = gradcheck(product, at, wrong);
    assert.is(ok, false);
    assert.is(worst.index, index);
    assert.is(worst.analytic, planted);
    assert.ok(Math.abs(worst.numeric - right[index]) < 1e-8);
  }
  assert.is(gradcheck(square, [1], [2.001]).ok, false); // 2.001 for 2
});

test("the error is relative to the larger gradient, and absolute below 1", () => {
  const line =
    (slope: number) =>
    ({ data }: Tensor) =>
      slope * data[0];
  const error = (slope: number, claimed: number) =>
    gradcheck(line(slope), [0], [claimed]).worst.error;
  assert.ok(Math.abs(error(100, 110) - 10 / 110) < 1e-9);
  assert.ok(Math.abs(error(110, 100) - 10 / 110) < 1e-9);
  assert.ok(Math.abs(error(0.1, 0.3) - 0.2) < 1e-9);
  assert.ok(Math.abs(error(-100, 100) - 2) < 1e-9);
});

test("the tolerance decides, and is 1e-7 unless given", () => {
  const line = ({ data }: Tensor) => data[0];
  assert.is(gradcheck(line, [0], [1 + 0.9e-7]).ok, true);
  assert.is(gradcheck(line, [0], [1 + 1.2e-7]).ok, false);
  assert.is(gradcheck(line, [0], [1.05], { tolerance: 0.1 }).ok, true);
  assert.is(gradcheck(line, [0], [1.2], { tolerance: 0.1 }).ok, false);
});

test("the difference is divided by the step that was made", () => {
  // Near 1e8 a step is rounded to whole units in the last place: of a straight line no error may come of it.
  const { worst } = gradcheck(({ data }) => data[0], [1e8 + 0.1], [1], { step: 1e-15 });
  assert.is(worst.numeric, 1);
});

test("the step is 6e-6 unless given", () => {
  const seen: number[] = [];
  gradcheck(({ data }) => (seen.push(data[0]), 0), [0.5], [0]);
  assert.equal(seen, [0.5 + 6e-6, 0.5 - 6e-6]);
  gradcheck(({ data }) => (seen.push(data[0]), 0), [-4], [0]);
  assert.equal(seen.slice(2), [-4 + 24e-6, -4 - 24e-6]);
});

test("a gradient that is no number agrees with nothing", () => {
  const { ok, worst } = gradcheck(({ data }) => data[0] + data[1], [1, 1], [1, NaN]);
  assert.is(ok, false);
  assert.is(worst.index, 1);
  assert.is(worst.error, Infinity);
});

test("a wrong argument is named", () => {
  refuses(
    () => gradcheck(square, [1], [1, 2]),
    /^gradcheck: gradient\.shape must be \[1\], got \[2\]$/,
  );
  refuses(() => gradcheck(1 as never, [1], [1]), /^gradcheck: f must be a function, got 1$/);
  refuses(
    () => gradcheck(square, [1], [2], { step: 0 }),
    /^gradcheck: step must be a finite number > 0, got 0$/,
  );
  refuses(
    () => gradcheck(square, [1], [2], { tolerance: -1 }),
    /^gradcheck: tolerance must be a finite number > 0, got -1$/,
  );
  refuses(
    () => gradcheck(square, [1], [2], { eps: 1 } as never),
    /^gradcheck: options must only have step, tolerance, got "eps"$/,
  );
  refuses(
    () => gradcheck(({ data }) => Math.log(data[0]), [0, 1], [1, 1]),
    /^gradcheck: f at x\[0\] = -0\.000006 must be a finite number, got NaN$/,
  );
  refuses(
    () => gradcheck(square, { data: [1] as never, shape: [1] }, [2]),
    /^gradcheck: x must be a tensor, got an object$/,
  );
});

test.run();
