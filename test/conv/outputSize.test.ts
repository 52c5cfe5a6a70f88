import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outputSize } from "../../src/index.js";
import { poolPlane } from "../../src/conv/poolPlane.js";
import { reference } from "../support/reference.js";
import { refuses } from "../support/refuses.js";

/** The starts of a window over an axis padded by `before` and `after`. */
function places(i: number, k: number, s: number, d: number, before: number, after: number): number {
  let count = 0;
  for (let at = -before; at + d * (k - 1) < i + after; at += s) count++;
  return count;
}

const size = suite("conv.output-size");
size("every small case has as many outputs as the kernel has places", () => {
  for (let i = 1; i <= 9; i++)
    for (let k = 1; k <= 4; k++)
      for (let s = 1; s <= 3; s++)
        for (let d = 1; d <= 3; d++)
          for (const [before, after] of [
            [0, 0],
            [1, 1],
            [2, 2],
            [0, 1],
            [2, 0],
          ] as const) {
            const count = places(i, k, s, d, before, after);
            if (count) assert.is(outputSize({ i, k, s, p: [before, after], d }), count);
            if (count && before === after) assert.is(outputSize({ i, k, s, p: before, d }), count);
            if (!count)
              assert.throws(() => outputSize({ i, k, s, p: [before, after], d }), /does not fit/);
          }
});
size("what is not given is stride 1, padding 0, dilation 1", () => {
  assert.is(outputSize({ i: 7, k: 3 }), 5);
  assert.is(outputSize({ i: 1, k: 1 }), 1);
});
size("valid pads nothing, and same gives ceil(i / s)", () => {
  assert.is(outputSize({ i: 7, k: 3, p: "valid" }), 5);
  for (let i = 1; i <= 9; i++)
    for (const s of [1, 2, 3])
      for (const k of [1, 2, 3, 5])
        for (const d of [1, 2]) assert.is(outputSize({ i, k, s, d, p: "same" }), Math.ceil(i / s));
});
size("a pair anywhere gives [height, width]", () => {
  assert.equal(outputSize({ i: [5, 7], k: 3 }), [3, 5]);
  assert.equal(outputSize({ i: 7, k: [1, 3], s: [2, 1] }), [4, 5]);
  assert.equal(outputSize({ i: 7, k: 3, d: [1, 2] }), [5, 3]);
  assert.equal(outputSize({ i: [7, 7], k: 3, p: [1, 0] }), [7, 5]); // [height, width]
  assert.equal(
    outputSize({
      i: 7,
      k: 3,
      p: [
        [1, 2],
        [0, 1],
      ],
    }),
    [8, 6],
  );
  assert.equal(outputSize({ i: [8, 9], k: 3, s: 2, p: "same" }), [4, 5]);
});
size("a wrong argument is named", () => {
  const wrong = (window: object, message: RegExp) =>
    refuses(() => outputSize(window as { i: number; k: number }), message);
  wrong({ i: 0, k: 1 }, /^outputSize: i must be an integer >= 1, got 0$/);
  wrong({ i: 5, k: 0 }, /^outputSize: k must be an integer >= 1, got 0$/);
  wrong({ i: 5, k: 3, d: 0 }, /^outputSize: d must be an integer >= 1, got 0$/);
  wrong({ i: 5, k: 3, p: -1 }, /^outputSize: p must be an integer >= 0, got -1$/);
  wrong({ i: "5", k: 3 }, /^outputSize: i must be an integer >= 1, got "5"$/);
  wrong(
    { i: 5, k: 3, p: "full" },
    /^outputSize: p must be an integer >= 0, \[before, after\], "same" or "valid", got "full"$/,
  );
  wrong(
    { i: 5, k: 3, p: [1] },
    /^outputSize: p must be an integer >= 0, \[before, after\], "same" or "valid", got \[1\]$/,
  );
  wrong({ i: 5, k: 3, p: [0, -1] }, /^outputSize: p\[1\] must be an integer >= 0, got -1$/);
  wrong({ i: [5, 0], k: 3 }, /^outputSize: i\[1\] must be an integer >= 1, got 0$/);
  wrong({ i: [0, 5], k: 3 }, /^outputSize: i\[0\] must be an integer >= 1, got 0$/);
  wrong(
    { i: [5, 5, 5], k: 3 },
    /^outputSize: i must be an integer >= 1 or a pair of them, got \[5, 5, 5\]$/,
  );
  wrong(
    { i: [5, 5], k: 3, p: [[1, 1]] },
    /^outputSize: p must be an integer >= 0, \[height, width\], /,
  );
  wrong(
    {
      i: [5, 5],
      k: 3,
      p: [
        [1, 1],
        [0, -2],
      ],
    },
    /^outputSize: p\[1\]\[1\] must be an integer >= 0, got -2$/,
  );
  wrong(
    {
      i: [5, 5],
      k: 3,
      p: [
        [1, -1],
        [0, 2],
      ],
    },
    /^outputSize: p\[0\]\[1\] must be an integer >= 0, got -1$/,
  );
  wrong({ i: [5, 5], k: 3, p: {} }, /^outputSize: p must be an integer >= 0, \[height, width\], /);
  wrong(
    {
      i: [2, 9],
      k: 3,
      p: [
        [0, 0],
        [1, 1],
      ],
    },
    /does not fit in padded input of size 2 \(i=2, p=\[0, 0\], k=3, d=1\)$/,
  );
  wrong(5 as never, /^outputSize: the argument must be an object with i, k, s, p, d, got 5$/);
});
size.run();

const pool = suite("poolPlane");
const axes = (i: number, window: object) =>
  poolPlane("pool", [i, i], window as { kernelSize: number })[0];
pool("the stride is the kernel's size unless given", () => {
  assert.is(axes(7, { kernelSize: 2 }).o, 3);
  assert.is(axes(7, { kernelSize: 2, stride: 1 }).o, 6);
  const [rows, columns] = poolPlane("pool", [6, 9], { kernelSize: [2, 3] });
  assert.equal([rows.o, columns.o, rows.s, columns.s], [3, 3, 2, 3]);
});
pool("with ceilMode the last window hangs over, unless it would begin in the padding", () => {
  assert.is(axes(7, { kernelSize: 2, ceilMode: true }).o, 4);
  assert.is(axes(6, { kernelSize: 2, ceilMode: true }).o, 3);
  assert.is(axes(5, { kernelSize: 2, stride: 3, padding: 1, ceilMode: true }).o, 2); // -1, 2; 5 begins in the padding
  assert.is(axes(1, { kernelSize: 2, stride: 2, ceilMode: true }).o, 1);
  for (const { i, k, s, p, d, floor, ceil } of reference("networks").poolCeilTorch) {
    const window = { kernelSize: k, stride: s, padding: p, dilation: d };
    assert.equal([axes(i, window).o, axes(i, { ...window, ceilMode: true }).o], [floor, ceil]);
  }
});
pool("padding is at most half the kernel on either side, same excepted", () => {
  assert.is(axes(4, { kernelSize: 4, padding: 2 }).before, 2);
  const wrong = (window: object, message: RegExp) => refuses(() => axes(6, window), message);
  wrong({ kernelSize: 3, padding: 2 }, /^pool: padding must be at most 1, half the kernel, got 2$/);
  wrong(
    {
      kernelSize: 4,
      padding: [
        [0, 3],
        [0, 0],
      ],
    },
    /^pool: padding must be at most 2, half the kernel, got 3$/,
  );
  wrong(
    {
      kernelSize: 4,
      padding: [
        [3, 0],
        [0, 0],
      ],
    },
    /^pool: padding must be at most 2, half the kernel, got 3$/,
  );
  assert.is(axes(5, { kernelSize: 2, stride: 1, padding: "same", dilation: 4 }).after, 2);
});
pool("a window that does not fit, hanging over or not, is refused", () => {
  const wrong = (window: object, message: RegExp) => refuses(() => axes(4, window), message);
  wrong(
    { kernelSize: 5 },
    /^pool: kernel of effective size 5 does not fit in padded input of size 4 /,
  );
  wrong(
    { kernelSize: 7, stride: 3, ceilMode: true },
    /^pool: kernel of effective size 7 does not fit /,
  );
  assert.is(axes(4, { kernelSize: 6, stride: 3, ceilMode: true }).o, 1);
  wrong({ kernelSize: 2, ceilMode: 1 }, /^pool: ceilMode must be true or false, got 1$/);
  wrong({ kernelSize: 0 }, /^pool: kernelSize must be an integer >= 1, got 0$/);
});
pool.run();
