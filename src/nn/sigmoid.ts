import { checkFinite } from "../num/check.js";
import { checkTensor, Tensor, type TensorLike } from "../num/tensor.js";

/**
 * Logistic function, of a number or of each entry of a tensor, without overflow on either side.
 *
 *     sigma(z) = 1 / (1 + e^-z)
 *
 * @eq nn.sigmoid
 * @source the notes, line A83
 * @param input z, of any shape
 * @returns from 0 to 1, of the shape of z
 */
export function sigmoid(input: number): number;
export function sigmoid(input: TensorLike): Tensor;
export function sigmoid(input: number | TensorLike): number | Tensor {
  if (typeof input === "number") return logistic(checkFinite("sigmoid", "input", input));
  const { data, shape } = checkTensor("sigmoid", "input", input);
  return new Tensor(data.map(logistic), [...shape]);
}

function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z); // e^-z would overflow
  return e / (1 + e);
}

/**
 * Gradient through sigmoid.
 *
 *     dL/dz = dL/dA sigma(z) (1 - sigma(z))
 *
 * @eq nn.sigmoid-grad
 * @param gradOutput dL/dA, of the shape of z
 * @param input z, as sigmoid's, and not sigmoid's output
 * @returns dL/dz, of the same shape
 * @throws RangeError if the shapes differ
 */
export function sigmoidBackward(gradOutput: number, input: number): number;
export function sigmoidBackward(gradOutput: TensorLike, input: TensorLike): Tensor;
export function sigmoidBackward(
  gradOutput: number | TensorLike,
  input: number | TensorLike,
): number | Tensor {
  if (typeof gradOutput === "number") {
    checkFinite("sigmoidBackward", "gradOutput", gradOutput);
    return gradOutput * slope(checkFinite("sigmoidBackward", "input", input));
  }
  const { data, shape } = checkTensor("sigmoidBackward", "input", input as TensorLike);
  checkTensor("sigmoidBackward", "gradOutput", gradOutput, shape);
  return new Tensor(
    gradOutput.data.map((upstream, at) => upstream * slope(data[at])),
    [...shape],
  );
}

function slope(z: number): number {
  return logistic(z) * logistic(-z); // 1 - sigma(z) = sigma(-z), which does not cancel
}
