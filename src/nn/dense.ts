import { checkTensor, type Tensor, type TensorLike, zeros } from "../num/tensor.js";

/**
 * Dense layer.
 *
 *     Z = w F + b
 *
 * @eq nn.dense-shape
 * @source the notes, line A83
 * @param input F, [N, features], or [features] for one sample
 * @param weight w, [out, features]
 * @param bias b, [out]; none unless given
 * @returns Z, [N, out], or [out] for one sample
 * @throws RangeError if the shapes do not agree
 */
export function dense(input: TensorLike, weight: TensorLike, bias?: TensorLike): Tensor {
  const { N, features, out, outputShape } = denseShapes("dense", input, weight);
  if (bias !== undefined) checkTensor("dense", "bias", bias, [out]);
  const output = zeros(outputShape);
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < out; o++) {
      let sum = bias === undefined ? 0 : bias.data[o];
      for (let f = 0; f < features; f++) {
        sum += weight.data[o * features + f] * input.data[n * features + f];
      }
      output.data[n * out + o] = sum;
    }
  }
  return output;
}

/**
 * Gradients through dense.
 *
 *     dL/dw = dL/dZ F^T,    dL/dF = w^T dL/dZ,    dL/db = dL/dZ,    summed over the samples
 *
 * @source the notes, line A89
 * @param gradOutput dL/dZ, of the output's shape
 * @param input F, as dense's
 * @param weight w, as dense's
 * @returns gradients of the shapes of input and weight, and [out] for the bias
 * @throws RangeError if the shapes do not agree
 */
export function denseBackward(
  gradOutput: TensorLike,
  input: TensorLike,
  weight: TensorLike,
): { gradInput: Tensor; gradWeight: Tensor; gradBias: Tensor } {
  const { N, features, out, outputShape } = denseShapes("denseBackward", input, weight);
  checkTensor("denseBackward", "gradOutput", gradOutput, outputShape);
  const gradInput = zeros(input.shape);
  const gradWeight = zeros(weight.shape);
  const gradBias = zeros([out]);
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < out; o++) {
      const upstream = gradOutput.data[n * out + o];
      gradBias.data[o] += upstream; // dZ/db = 1
      for (let f = 0; f < features; f++) {
        gradWeight.data[o * features + f] += upstream * input.data[n * features + f]; // dZ/dw_f = F_f
        gradInput.data[n * features + f] += upstream * weight.data[o * features + f]; // dZ/dF_f = w_f
      }
    }
  }
  return { gradInput, gradWeight, gradBias };
}

function denseShapes(fn: string, input: TensorLike, weight: TensorLike) {
  const [out, features] = checkTensor(fn, "weight", weight, 2).shape;
  const { shape } = checkTensor(fn, "input", input);
  const one = shape.length === 1;
  checkTensor(fn, "input", input, one ? [features] : [shape[0], features]);
  const N = one ? 1 : shape[0];
  return { N, features, out, outputShape: one ? [out] : [N, out] };
}
