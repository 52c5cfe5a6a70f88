import { checkInteger, checkShape, refuseValue, Tensor, type TensorLike } from "../num/index.js";
import { type Geometry, geometry, type WindowOptions } from "./geometry.js";

export interface Conv2dOptions extends WindowOptions {
  /** One number an output channel. */
  bias?: TensorLike;
  groups?: number;
}

/** Visits every pair of an output cell and an input cell that a weight joins. */
type Visit = (output: number, input: number, weight: number) => void;

/**
 * Two-dimensional cross-correlation, as deep learning calls convolution.
 *
 *     O[n,o,y,x] = b[o] + Σ_{c,u,v} X[n,c, y s - p + u d, x s - p + v d] F[o,c,u,v]
 *
 * @eq nn.conv-forward
 * @source the notes, lines B11-B29; PyTorch's conv2d
 * @param input [N, C, H, W]
 * @param weight [O, C / groups, kernel height, kernel width]
 * @returns [N, O, output height, output width]
 * @throws RangeError if the shapes do not agree, groups does not divide the channels, or the kernel does not fit
 */
export function conv2d(input: TensorLike, weight: TensorLike, options: Conv2dOptions = {}): Tensor {
  const plan = planOf("conv2d", input, weight, options);
  const [N, O] = [input.shape[0], weight.shape[0]];
  const { output } = plan.geometry;
  const data = new Float64Array(N * O * output[0] * output[1]);
  if (options.bias) {
    checkShape("conv2d", "bias", options.bias.shape, [O]);
    const plane = output[0] * output[1];
    for (let i = 0; i < data.length; i++) data[i] = options.bias.data[Math.floor(i / plane) % O];
  }
  each(input, weight, plan, (o, i, w) => {
    data[o] += input.data[i] * weight.data[w];
  });
  return new Tensor(data, [N, O, ...output]);
}

/**
 * Gradients of a loss through conv2d.
 *
 *     ∂L/∂F = X * ∂L/∂O,    ∂L/∂X = full convolution of ∂L/∂O with F,    ∂L/∂b = Σ ∂L/∂O
 *
 * @eq nn.grad-kernel
 * @eq nn.grad-input
 * @source the notes, lines B36-B40
 * @param gradOutput ∂L/∂O, of conv2d's output shape
 * @throws RangeError as conv2d, or if gradOutput has another shape than the output
 */
export function conv2dBackward(
  gradOutput: TensorLike,
  input: TensorLike,
  weight: TensorLike,
  options: Conv2dOptions = {},
): { gradInput: Tensor; gradWeight: Tensor; gradBias: Tensor } {
  const fn = "conv2dBackward";
  const plan = planOf(fn, input, weight, options);
  const [N, O] = [input.shape[0], weight.shape[0]];
  const { output } = plan.geometry;
  checkShape(fn, "gradOutput", gradOutput.shape, [N, O, ...output]);
  const gradInput = new Float64Array(input.data.length);
  const gradWeight = new Float64Array(weight.data.length);
  const gradBias = new Float64Array(O);
  each(input, weight, plan, (o, i, w) => {
    gradInput[i] += weight.data[w] * gradOutput.data[o]; // ∂O/∂X = F
    gradWeight[w] += input.data[i] * gradOutput.data[o]; // ∂O/∂F = X
  });
  const plane = output[0] * output[1];
  gradOutput.data.forEach((value, i) => {
    gradBias[Math.floor(i / plane) % O] += value;
  });
  return {
    gradInput: new Tensor(gradInput, [...input.shape]),
    gradWeight: new Tensor(gradWeight, [...weight.shape]),
    gradBias: new Tensor(gradBias, [O]),
  };
}

interface Plan {
  groups: number;
  geometry: Geometry;
}

function planOf(fn: string, input: TensorLike, weight: TensorLike, options: Conv2dOptions): Plan {
  for (const [name, { shape }] of Object.entries({ input, weight })) {
    if (shape.length !== 4) refuseValue(fn, `${name}.shape`, "have 4 axes", [...shape]);
  }
  const groups = checkInteger(fn, "groups", options.groups ?? 1, { min: 1 });
  const [, C, H, W] = input.shape;
  const [O, perGroup, height, width] = weight.shape;
  if (C % groups || O % groups)
    refuseValue(fn, "groups", `divide the channels ${C} and ${O}`, groups);
  if (perGroup !== C / groups) {
    refuseValue(fn, "weight.shape[1]", `be input channels / groups (${C / groups})`, perGroup);
  }
  return { groups, geometry: geometry(fn, [H, W], [height, width], options) };
}

function each(
  input: TensorLike,
  weight: TensorLike,
  { groups, geometry: g }: Plan,
  visit: Visit,
): void {
  const [N, C, H, W] = input.shape;
  const [O, perGroup, height, width] = weight.shape;
  const [OH, OW] = g.output;
  const outPerGroup = O / groups;
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < O; o++) {
      const first = Math.floor(o / outPerGroup) * perGroup;
      for (let c = 0; c < perGroup; c++) {
        const plane = (n * C + first + c) * H;
        const kernel = (o * perGroup + c) * height;
        for (let u = 0; u < height; u++) {
          for (let v = 0; v < width; v++) {
            const w = (kernel + u) * width + v;
            for (let y = 0; y < OH; y++) {
              const h = y * g.stride[0] - g.before[0] + u * g.dilation[0];
              if (h < 0 || h >= H) continue;
              const out = ((n * O + o) * OH + y) * OW;
              for (let x = 0; x < OW; x++) {
                const at = x * g.stride[1] - g.before[1] + v * g.dilation[1];
                if (at >= 0 && at < W) visit(out + x, (plane + h) * W + at, w);
              }
            }
          }
        }
      }
    }
  }
}
