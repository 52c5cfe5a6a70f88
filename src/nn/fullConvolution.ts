import { checkTensor, Tensor, type TensorLike, zeros } from "../num/tensor.js";
import { conv2d } from "./conv2d.js";

/**
 * Full convolution of an upstream gradient with a kernel: the gradient of conv2d by its input at stride 1,
 * without padding, dilation or groups.
 *
 *     dL/dX[y,x] = sum_{u,v} dL/dO[y - u, x - v] F[u,v]
 *
 * It pads by k - 1 on each side and correlates with the kernel turned by 180 degrees, so that every
 * overlap of the two counts.
 *
 * @eq nn.grad-input
 * @source the notes, line B40
 * @param gradOutput dL/dO, [N, O, h, w]
 * @param weight F, [O, C, kernel height, kernel width]
 * @returns dL/dX, [N, C, h + kernel height - 1, w + kernel width - 1]
 * @throws RangeError if the shapes do not agree
 */
export function fullConvolution(gradOutput: TensorLike, weight: TensorLike): Tensor {
  checkTensor("fullConvolution", "gradOutput", gradOutput, 4);
  const [O, C, KH, KW] = checkTensor("fullConvolution", "weight", weight, 4).shape;
  const [N, , h, w] = gradOutput.shape;
  checkTensor("fullConvolution", "gradOutput", gradOutput, [N, O, h, w]);
  const turned = flip(weight);
  const backwards = zeros([C, O, KH, KW]); // from outputs to inputs
  for (let o = 0; o < O; o++) {
    for (let c = 0; c < C; c++) {
      const from = (o * C + c) * KH * KW;
      backwards.data.set(turned.data.subarray(from, from + KH * KW), (c * O + o) * KH * KW);
    }
  }
  return conv2d(gradOutput, backwards, { padding: [KH - 1, KW - 1] });
}

/**
 * Every plane turned by 180 degrees: rows and columns in reverse order.
 *
 * @param input at least two axes; the last two are turned
 */
export function flip(input: TensorLike): Tensor {
  const { data, shape } = checkTensor("flip", "input", input);
  const plane = shape.slice(-2).reduce((product, size) => product * size, 1);
  const turned = data.map((_, at) => {
    const inPlane = at % plane;
    return data[at - inPlane + (plane - 1 - inPlane)];
  });
  return new Tensor(turned, shape);
}

/**
 * All partial derivatives of a convolution's outputs by its kernel's entries, at stride 1 without padding.
 *
 *     dO_ij / dF_uv = X[i + u, j + v]
 *
 * @eq nn.conv-jacobian
 * @source the notes, lines B27-B34
 * @param input X, [H, W]
 * @param kernelSize height and width of F
 * @returns a row for each output and a column for each kernel entry, both in row-major order
 * @throws RangeError if the kernel does not fit in the input
 */
export function kernelJacobian(input: TensorLike, kernelSize: readonly [number, number]): Tensor {
  const [H, W] = checkTensor("kernelJacobian", "input", input, 2).shape;
  const entries = kernelSize[0] * kernelSize[1];
  const columns = Array.from({ length: entries }, (_, entry) => {
    const unit = zeros([1, 1, ...kernelSize]);
    unit.data[entry] = 1; // O is linear in F: its value at a unit kernel is the derivative
    return conv2d(new Tensor(input.data, [1, 1, H, W]), unit).data;
  });
  const outputs = columns[0].length;
  const jacobian = zeros([outputs, entries]);
  for (let at = 0; at < outputs * entries; at++) {
    jacobian.data[at] = columns[at % entries][Math.floor(at / entries)];
  }
  return jacobian;
}
