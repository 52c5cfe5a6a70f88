import { type Padding, type Pair, readPadding, readPair } from "../conv/padding.js";
import {
  checkBoolean,
  checkInteger,
  checkShape,
  refuseValue,
  Tensor,
  type TensorLike,
} from "../num/index.js";

export interface MaxPool2dOptions {
  kernelSize: Pair;
  /** The kernel's size by default. */
  stride?: Pair;
  /** At most half the kernel; padded cells never win. */
  padding?: Padding;
  dilation?: Pair;
  /** Whether a window may hang over the end; one that starts in the padding after it is dropped, as in PyTorch. */
  ceilMode?: boolean;
}

/**
 * Maximum of each window.
 *
 *     P[n,c,y,x] = max_{u,v} A[n,c, y s - p + u d, x s - p + v d]
 *
 * @source the notes, line A83; PyTorch's max_pool2d
 * @param input [N, C, H, W], without NaN
 * @returns the output, and for each entry the flat index within its plane; the first in row-major order on ties
 * @throws RangeError if a size is out of range, a window does not fit, or the input holds NaN
 */
export function maxPool2d(
  input: TensorLike,
  options: MaxPool2dOptions,
): { output: Tensor; indices: Int32Array } {
  const fn = "maxPool2d";
  if (input.shape.length !== 4) refuseValue(fn, "input.shape", "have 4 axes", [...input.shape]);
  const nan = input.data.findIndex(Number.isNaN);
  if (nan >= 0) refuseValue(fn, `input.data[${nan}]`, "be a number", NaN);
  const [N, C, H, W] = input.shape;
  const axes = axesOf(fn, [H, W], options);
  const [rows, columns] = axes;
  const data = new Float64Array(N * C * rows.o * columns.o);
  const indices = new Int32Array(data.length);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++) {
    for (let y = 0; y < rows.o; y++) {
      for (let x = 0; x < columns.o; x++, at++) {
        let best = -1;
        for (const h of cells(rows, y)) {
          for (const w of cells(columns, x)) {
            const index = h * W + w;
            if (best < 0 || input.data[plane * H * W + index] > input.data[plane * H * W + best])
              best = index;
          }
        }
        data[at] = input.data[plane * H * W + best];
        indices[at] = best;
      }
    }
  }
  return { output: new Tensor(data, [N, C, rows.o, columns.o]), indices };
}

/**
 * Gradient through maxPool2d: each output's gradient goes to the cell that won.
 *
 *     ∂L/∂A[i] = Σ over the windows that i won of ∂L/∂P
 *
 * @param indices as maxPool2d gave them
 * @param inputShape [N, C, H, W]
 * @throws RangeError if the shapes do not agree
 */
export function maxPool2dBackward(
  gradOutput: TensorLike,
  indices: Int32Array,
  inputShape: readonly number[],
): Tensor {
  const fn = "maxPool2dBackward";
  if (inputShape.length !== 4) refuseValue(fn, "inputShape", "have 4 axes", [...inputShape]);
  const [N, C, H, W] = inputShape;
  checkShape(fn, "gradOutput", gradOutput.shape.slice(0, 2), [N, C]);
  if (indices.length !== gradOutput.data.length) {
    refuseValue(fn, "indices.length", `be ${gradOutput.data.length}`, indices.length);
  }
  const data = new Float64Array(N * C * H * W);
  const perPlane = gradOutput.data.length / (N * C);
  indices.forEach((index, i) => {
    checkInteger(fn, `indices[${i}]`, index, { min: 0, max: H * W - 1 });
    data[Math.floor(i / perPlane) * H * W + index] += gradOutput.data[i];
  });
  return new Tensor(data, [...inputShape]);
}

interface Axis {
  i: number;
  k: number;
  s: number;
  d: number;
  before: number;
  o: number;
}

function axesOf(fn: string, input: [number, number], options: MaxPool2dOptions): [Axis, Axis] {
  const kernel = readPair(fn, "kernelSize", options.kernelSize, 1);
  const stride = readPair(fn, "stride", options.stride ?? kernel, 1);
  const dilation = readPair(fn, "dilation", options.dilation ?? 1, 1);
  const ceilMode = options.ceilMode ?? false;
  checkBoolean(fn, "ceilMode", ceilMode);
  const sizes = [0, 1].map((a) => ({ i: input[a], k: kernel[a], s: stride[a], d: dilation[a] }));
  const sides = readPadding(fn, options.padding ?? 0, sizes);
  const [rows, columns] = sizes.map((size, a): Axis => {
    const { i, k, s, d } = size;
    const [before, after] = sides[a];
    if (options.padding !== "same" && Math.max(before, after) * 2 > k) {
      refuseValue(fn, "padding", `be at most half the kernel (${k})`, Math.max(before, after));
    }
    const room = i + before + after - d * (k - 1) - 1;
    if (room < 0) {
      throw new RangeError(
        `${fn}: kernel of effective size ${d * (k - 1) + 1} does not fit in padded input of size ${i + before + after}`,
      );
    }
    let o = (ceilMode ? Math.ceil(room / s) : Math.floor(room / s)) + 1;
    if (ceilMode && (o - 1) * s >= i + before) o -= 1;
    return { ...size, before, o };
  });
  return [rows, columns];
}

/** The input cells of a window along one axis, padding left out. */
function cells({ i, k, s, d, before }: Axis, window: number): number[] {
  const start = window * s - before;
  return Array.from({ length: k }, (_, u) => start + u * d).filter((cell) => cell >= 0 && cell < i);
}
