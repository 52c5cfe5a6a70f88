import { checkFinite } from "../num/check.js";
import { checkTensor, Tensor, type TensorLike } from "../num/tensor.js";

/**
 * Rectifier, of a number or of each entry of a tensor.
 *
 *     A = max(0, Z)
 *
 * @source the notes, line A83
 * @param input Z, of any shape
 * @returns A, of the shape of Z
 */
export function relu(input: number): number;
export function relu(input: TensorLike): Tensor;
export function relu(input: number | TensorLike): number | Tensor {
  if (typeof input === "number") return rectified(checkFinite("relu", "input", input));
  const { data, shape } = checkTensor("relu", "input", input);
  return new Tensor(data.map(rectified), [...shape]);
}

function rectified(z: number): number {
  return z < 0 ? 0 : z;
}

/**
 * Gradient through relu: the upstream gradient where Z > 0, else 0.
 *
 *     dL/dZ = dL/dA if Z > 0, else 0
 *
 * At Z = 0 the derivative does not exist; 0 is PyTorch's choice, and this.
 *
 * @param gradOutput dL/dA, of the shape of Z
 * @param input Z, as relu's
 * @returns dL/dZ, of the same shape
 * @throws RangeError if the shapes differ
 */
export function reluBackward(gradOutput: number, input: number): number;
export function reluBackward(gradOutput: TensorLike, input: TensorLike): Tensor;
export function reluBackward(
  gradOutput: number | TensorLike,
  input: number | TensorLike,
): number | Tensor {
  if (typeof gradOutput === "number") {
    checkFinite("reluBackward", "gradOutput", gradOutput);
    return checkFinite("reluBackward", "input", input) > 0 ? gradOutput : 0;
  }
  const { data, shape } = checkTensor("reluBackward", "input", input as TensorLike);
  checkTensor("reluBackward", "gradOutput", gradOutput, shape);
  return new Tensor(
    gradOutput.data.map((upstream, at) => (data[at] > 0 ? upstream : 0)),
    [...shape],
  );
}
