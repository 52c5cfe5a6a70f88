import { poolPlane, type PoolWindow } from "../conv/poolPlane.js";
import type { Axis } from "../conv/spatial.js";
import { checkInteger, checkKeys, refuseKind, refuseValue } from "../num/check.js";
import { checkTensor, shapeSize, type Tensor, type TensorLike, zeros } from "../num/tensor.js";

/** A pooling window; a cell in the padding never wins. */
export type MaxPool2dOptions = PoolWindow;

/**
 * Largest cell of each window.
 *
 *     P[n,c,y,x] = max_{u,v} A[n, c, y s - p + u d, x s - p + v d]
 *
 * With `ceilMode` a window may hang over the end; one that begins in the padding there is dropped, as in PyTorch.
 *
 * @source the notes, line A83; PyTorch's max_pool2d
 * @param input A, [N, C, H, W], without NaN
 * @returns P, [N, C, output height, output width], and for each of its entries the winner's flat index
 *   within its plane, the first in row-major order on ties
 * @throws RangeError if a value is out of range, a window does not fit or sees padding alone, or the input holds NaN
 */
export function maxPool2d(
  input: TensorLike,
  options: MaxPool2dOptions,
): { output: Tensor; indices: Int32Array } {
  const fn = "maxPool2d";
  const [N, C, H, W] = checkTensor(fn, "input", input, 4).shape;
  checkKeys(fn, "options", options, ["kernelSize", "stride", "padding", "dilation", "ceilMode"]);
  const nan = input.data.findIndex(Number.isNaN);
  if (nan >= 0) refuseValue(fn, `input.data[${nan}]`, "be a number", NaN);
  const [rows, columns] = poolPlane(fn, [H, W], options);
  const rowCells = Array.from({ length: rows.o }, (_, y) => cells(fn, rows, y));
  const columnCells = Array.from({ length: columns.o }, (_, x) => cells(fn, columns, x));
  const output = zeros([N, C, rows.o, columns.o]);
  const indices = new Int32Array(output.data.length);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++) {
    const cell = input.data.subarray(plane * H * W, (plane + 1) * H * W);
    for (const windowRows of rowCells) {
      for (const windowColumns of columnCells) {
        let best = windowRows[0] * W + windowColumns[0];
        for (const row of windowRows) {
          for (const column of windowColumns) {
            if (cell[row * W + column] > cell[best]) best = row * W + column;
          }
        }
        output.data[at] = cell[best];
        indices[at] = best;
        at += 1;
      }
    }
  }
  return { output, indices };
}

/** The input cells of one window along one axis, padding left out. */
function cells(fn: string, { i, k, s, d, before }: Axis, window: number): number[] {
  const first = window * s - before;
  const taps = Array.from({ length: k }, (_, tap) => first + tap * d);
  const inside = taps.filter((cell) => cell >= 0 && cell < i);
  if (inside.length === 0) {
    refuseValue(fn, `window ${window}`, `see a cell of the input of size ${i}`, taps);
  }
  return inside;
}

/**
 * Gradient through maxPool2d: each output's gradient goes to the cell that won.
 *
 *     dL/dA[i] = sum of dL/dP over the windows that cell i won
 *
 * @param gradOutput dL/dP, of the output's shape
 * @param indices as maxPool2d gave them
 * @param inputShape [N, C, H, W]
 * @returns dL/dA, of that shape
 * @throws RangeError if shapes and indices do not agree
 */
export function maxPool2dBackward(
  gradOutput: TensorLike,
  indices: ArrayLike<number>,
  inputShape: readonly number[],
): Tensor {
  const fn = "maxPool2dBackward";
  shapeSize(fn, "inputShape", inputShape);
  if (inputShape.length !== 4) refuseValue(fn, "inputShape", "have 4 axes", [...inputShape]);
  const [N, C, H, W] = inputShape;
  const [, , height, width] = checkTensor(fn, "gradOutput", gradOutput, 4).shape;
  checkTensor(fn, "gradOutput", gradOutput, [N, C, height, width]);
  if (typeof indices?.length !== "number") refuseKind(fn, "indices", "be a list", indices);
  const { data } = gradOutput;
  if (indices.length !== data.length) {
    refuseValue(fn, "indices.length", `be ${data.length}, one for each output`, indices.length);
  }
  const gradInput = zeros(inputShape);
  for (let at = 0; at < data.length; at++) {
    const index = checkInteger(fn, `indices[${at}]`, indices[at], { min: 0, max: H * W - 1 });
    const plane = Math.floor(at / (height * width));
    gradInput.data[plane * H * W + index] += data[at]; // dP/dA is 1 at the winner, else 0
  }
  return gradInput;
}
