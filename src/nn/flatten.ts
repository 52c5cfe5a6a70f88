import { refuseValue } from "../num/check.js";
import { checkTensor, shapeSize, Tensor, type TensorLike } from "../num/tensor.js";

/**
 * Each sample's entries in one row, in row-major order.
 *
 *     F = flatten(P)
 *
 * @source the notes, line A83
 * @param input [N, ...]
 * @returns [N, entries of a sample]
 */
export function flatten(input: TensorLike): Tensor {
  const { data, shape } = checkTensor("flatten", "input", input);
  if (shape.length === 0) refuseValue("flatten", "input.shape", "have at least 1 axis", []);
  return new Tensor(Float64Array.from(data), [shape[0], data.length / shape[0]]);
}

/**
 * Gradient through flatten: the same numbers in the shape they had.
 *
 * @param gradOutput dL/dF, as many entries as the input had
 * @param inputShape the shape before flatten
 * @throws RangeError if the number of entries differs
 */
export function flattenBackward(gradOutput: TensorLike, inputShape: readonly number[]): Tensor {
  const { data } = checkTensor("flattenBackward", "gradOutput", gradOutput);
  if (shapeSize("flattenBackward", "inputShape", inputShape) !== data.length) {
    refuseValue("flattenBackward", "inputShape", `have ${data.length} entries`, [...inputShape]);
  }
  return new Tensor(Float64Array.from(data), [...inputShape]);
}
