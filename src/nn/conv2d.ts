import { type Axis, layerNames, type Padding, type Pair, resolvePlane } from "../conv/spatial.js";
import { checkInteger, checkKeys, refuseValue } from "../num/check.js";
import { checkTensor, type Tensor, type TensorLike, zeros } from "../num/tensor.js";
import { coveredOutputs } from "./window.js";

/** How a kernel moves over an image; kernelSize is in the weight's shape. */
export interface Conv2dOptions {
  /** One number for each output channel; none unless given. */
  bias?: TensorLike;
  /** 1 unless given. */
  stride?: Pair;
  /** 0 unless given. */
  padding?: Padding;
  /** 1, which means none, unless given. */
  dilation?: Pair;
  /** A divisor of both channel counts; 1 unless given. */
  groups?: number;
}

/**
 * Two-dimensional cross-correlation, which deep learning calls convolution.
 *
 *     O[n,o,y,x] = b[o] + sum_{c,u,v} X[n, c, y s - p + u d, x s - p + v d] F[o,c,u,v]
 *
 * A cell in the padding counts 0.
 *
 * @eq nn.conv-forward
 * @source the notes, lines B11-B29; PyTorch's conv2d
 * @param input X, [N, C, H, W]
 * @param weight F, [O, C / groups, kernel height, kernel width]
 * @param options bias [O]; stride, dilation >= 1; padding >= 0; groups a divisor of C and of O
 * @returns O, [N, O, output height, output width]
 * @throws RangeError if shapes do not agree, groups does not divide the channels, or the kernel does not fit
 */
export function conv2d(input: TensorLike, weight: TensorLike, options: Conv2dOptions = {}): Tensor {
  const plan = planOf("conv2d", input, weight, options);
  const { N, O, rows, columns } = plan;
  const output = zeros([N, O, rows.o, columns.o]);
  const plane = rows.o * columns.o;
  if (options.bias) {
    const { data } = options.bias;
    for (let p = 0; p < N * O; p++) output.data.fill(data[p % O], p * plane, (p + 1) * plane);
  }
  const [y, x, w] = [output.data, input.data, weight.data];
  eachRow(plan, (outputAt, inputAt, step, count, weightAt) => {
    const factor = w[weightAt];
    for (let c = 0; c < count; c++) y[outputAt + c] += factor * x[inputAt + c * step];
  });
  return output;
}

/**
 * Gradients of a loss through conv2d.
 *
 *     dL/dF = X * dL/dO,    dL/dX = the full convolution of dL/dO with F,    dL/db = sum of dL/dO
 *
 * @eq nn.grad-kernel
 * @source the notes, lines B36-B40
 * @param gradOutput dL/dO, of the output's shape
 * @param input X, as conv2d's
 * @param weight F, as conv2d's
 * @param options as conv2d's
 * @returns gradients of the shapes of input and weight, and [O] for the bias, given or not
 * @throws RangeError as conv2d, or if gradOutput has another shape than the output
 */
export function conv2dBackward(
  gradOutput: TensorLike,
  input: TensorLike,
  weight: TensorLike,
  options: Conv2dOptions = {},
): { gradInput: Tensor; gradWeight: Tensor; gradBias: Tensor } {
  const plan = planOf("conv2dBackward", input, weight, options);
  const { N, O, rows, columns } = plan;
  checkTensor("conv2dBackward", "gradOutput", gradOutput, [N, O, rows.o, columns.o]);
  const gradInput = zeros(input.shape);
  const gradWeight = zeros(weight.shape);
  const gradBias = zeros([O]);
  const [g, x, w] = [gradOutput.data, input.data, weight.data];
  const [gx, gw] = [gradInput.data, gradWeight.data];
  eachRow(plan, (outputAt, inputAt, step, count, weightAt) => {
    const factor = w[weightAt];
    let sum = 0;
    for (let c = 0; c < count; c++) {
      const upstream = g[outputAt + c];
      sum += upstream * x[inputAt + c * step]; // dO/dF is the input cell under the tap
      gx[inputAt + c * step] += upstream * factor; // dO/dX is the weight above the cell
    }
    gw[weightAt] += sum;
  });
  const plane = rows.o * columns.o;
  for (let at = 0; at < g.length; at++) gradBias.data[Math.floor(at / plane) % O] += g[at]; // dO/db = 1
  return { gradInput, gradWeight, gradBias };
}

interface Plan {
  N: number;
  C: number;
  O: number;
  /** Input channels that a kernel sees. */
  perGroup: number;
  groups: number;
  rows: Axis;
  columns: Axis;
}

function planOf(fn: string, input: TensorLike, weight: TensorLike, options: Conv2dOptions): Plan {
  checkTensor(fn, "input", input, 4);
  checkTensor(fn, "weight", weight, 4);
  checkKeys(fn, "options", options, ["bias", "stride", "padding", "dilation", "groups"]);
  const [N, C, H, W] = input.shape;
  const [O, perGroup, KH, KW] = weight.shape;
  const groups = checkInteger(fn, "groups", options.groups ?? 1, { min: 1 });
  if (C % groups !== 0) refuseValue(fn, "groups", `divide the ${C} input channels`, groups);
  if (O % groups !== 0) refuseValue(fn, "groups", `divide the ${O} output channels`, groups);
  if (perGroup !== C / groups) {
    refuseValue(fn, "weight.shape[1]", `be input channels / groups = ${C / groups}`, perGroup);
  }
  if (options.bias !== undefined) checkTensor(fn, "bias", options.bias, [O]);
  const { stride: s, padding: p, dilation: d } = options;
  const [rows, columns] = resolvePlane(fn, layerNames, { i: [H, W], k: [KH, KW], s, p, d });
  return { N, C, O, perGroup, groups, rows, columns };
}

/** One weight over one row of outputs: `count` outputs from outputAt on, inputs from inputAt on, `step` apart. */
type Row = (
  outputAt: number,
  inputAt: number,
  step: number,
  count: number,
  weightAt: number,
) => void;

/** Visits every weight over every row of outputs that it reaches, padding left out. */
function eachRow({ N, C, O, perGroup, groups, rows, columns }: Plan, visit: Row): void {
  for (let plane = 0; plane < N * O; plane++) {
    const o = plane % O;
    const firstChannel = ((plane - o) / O) * C + Math.floor(o / (O / groups)) * perGroup;
    for (let c = 0; c < perGroup; c++) {
      for (let u = 0; u < rows.k; u++) {
        const [top, bottom] = coveredOutputs(rows, u);
        for (let v = 0; v < columns.k; v++) {
          const [left, right] = coveredOutputs(columns, v);
          const weightAt = ((o * perGroup + c) * rows.k + u) * columns.k + v;
          const x = left * columns.s - columns.before + v * columns.d;
          for (let y = top; y < bottom; y++) {
            const row = (firstChannel + c) * rows.i + y * rows.s - rows.before + u * rows.d;
            const outputAt = (plane * rows.o + y) * columns.o + left;
            visit(outputAt, row * columns.i + x, columns.s, right - left, weightAt);
          }
        }
      }
    }
  }
}
