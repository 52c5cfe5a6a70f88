import { checkFinite, checkKeys } from "../num/check.js";
import { random } from "../num/random.js";
import { checkTensor, type Tensor, tensor, type TensorLike, zeros } from "../num/tensor.js";
import { bceWithLogits, bceWithLogitsBackward } from "./bce.js";
import { conv2d, conv2dBackward } from "./conv2d.js";
import { dense, denseBackward } from "./dense.js";
import { flatten, flattenBackward } from "./flatten.js";
import { maxPool2d, maxPool2dBackward } from "./maxPool2d.js";
import { relu, reluBackward } from "./relu.js";
import { sigmoid } from "./sigmoid.js";

/** The parameters of the notes' net. */
export interface NetParameters {
  /** The 3 x 3 kernel, [1, 1, 3, 3]. */
  w1: Tensor;
  /** Its bias, [1]. */
  b1: Tensor;
  /** The dense layer's weights, [1, 4]. */
  w2: Tensor;
  /** Its bias, [1]. */
  b2: Tensor;
}

/** The parameters' names and shapes, in the notes' order. */
export const netShapes = {
  w1: [1, 1, 3, 3],
  b1: [1],
  w2: [1, 4],
  b2: [1],
} as const;

/**
 * Parameters to begin with: normal weights, biases 0.
 *
 * @param seed an integer from 0 to 2^32 - 1
 * @param sd the weights' standard deviation, > 0
 */
export function initialParameters(seed: number, sd = 0.5): NetParameters {
  const source = random(seed);
  return {
    w1: source.normalTensor(netShapes.w1, sd),
    b1: zeros(netShapes.b1),
    w2: source.normalTensor(netShapes.w2, sd),
    b2: zeros(netShapes.b2),
  };
}

/**
 * Number of trainable parameters.
 *
 *     9 + 1 + 4 + 1 = 15
 *
 * @eq nn.parameter-count
 * @source the notes, lines A69-A73
 * @param parameters tensors of any shape, by name
 */
export function parameterCount(parameters: { readonly [name: string]: TensorLike }): number;
export function parameterCount(parameters: NetParameters): number;
export function parameterCount(parameters: object): number {
  return Object.entries(parameters as Record<string, TensorLike>).reduce(
    (count, [name, value]) => count + checkTensor("parameterCount", name, value).data.length,
    0,
  );
}

/** Every quantity of the forward pass of one image, under the notes' names. */
export interface NetForward {
  /** [1, 1, 4, 4] */
  Z1: Tensor;
  /** [1, 1, 4, 4] */
  A1: Tensor;
  /** [1, 1, 2, 2] */
  P1: Tensor;
  /** [1, 4] */
  F: Tensor;
  /** The logit. */
  Z2: number;
  /** The predicted probability of label 1. */
  A2: number;
  /** Flat index within A1's plane of each pooling window's winner. */
  indices: Int32Array;
}

/**
 * Forward pass of the notes' net for one image.
 *
 *     Z1 = conv(X, w1) + b1,  A1 = relu(Z1),  P1 = MaxPool(A1),  F = flatten(P1),  Z2 = w2 F + b2,  A2 = sigma(Z2)
 *
 * @eq nn.input-size
 * @source the notes, line A83; the sizes follow from F's four entries
 * @param X [1, 1, 6, 6]
 * @throws RangeError if a shape differs
 */
export function netForward(X: TensorLike, parameters: NetParameters): NetForward {
  return forwardNamed("netForward", X, parameters);
}

function forwardNamed(fn: string, X: TensorLike, parameters: NetParameters): NetForward {
  checkTensor(fn, "X", X, [1, 1, 6, 6]);
  checkParameters(fn, parameters);
  const { w1, b1, w2, b2 } = parameters;
  const Z1 = conv2d(X, w1, { bias: b1 });
  const A1 = relu(Z1);
  const { output: P1, indices } = maxPool2d(A1, { kernelSize: 2 });
  const F = flatten(P1);
  const Z2 = dense(F, w2, b2).data[0];
  return { Z1, A1, P1, F, Z2, A2: sigmoid(Z2), indices };
}

/** The loss of one image, and its gradients by the parameters and by what lies between. */
export interface NetBackward extends NetParameters {
  loss: number;
  /** dL/dZ2 = A2 - y. */
  Z2: number;
  F: Tensor;
  P1: Tensor;
  A1: Tensor;
  Z1: Tensor;
  X: Tensor;
}

/**
 * Backward pass of the notes' net for one image: gradients of the loss by all 15 parameters.
 *
 *     dL/dw2 = dL/dA2 dA2/dZ2 dZ2/dw2 = (A2 - y) F^T
 *
 * @eq nn.grad-w2
 * @source the notes, line A89, continued to the net's beginning
 * @param X [1, 1, 6, 6]
 * @param y the label, from 0 to 1
 * @returns each gradient under the name of what it is taken by
 * @throws RangeError if a shape differs or y is out of range
 */
export function netBackward(X: TensorLike, y: number, parameters: NetParameters): NetBackward {
  const { Z1, A1, P1, F, Z2, indices } = forwardNamed("netBackward", X, parameters);
  checkFinite("netBackward", "y", y);
  const gradZ2 = bceWithLogitsBackward(Z2, y); // dL/dA2 dA2/dZ2 = A2 - y
  const second = denseBackward(tensor([gradZ2], [1, 1]), F, parameters.w2);
  const gradP1 = flattenBackward(second.gradInput, P1.shape);
  const gradA1 = maxPool2dBackward(gradP1, indices, A1.shape);
  const gradZ1 = reluBackward(gradA1, Z1);
  const first = conv2dBackward(gradZ1, X, parameters.w1);
  return {
    loss: bceWithLogits(Z2, y),
    w1: first.gradWeight,
    b1: first.gradBias,
    w2: second.gradWeight,
    b2: second.gradBias,
    Z2: gradZ2,
    F: second.gradInput,
    P1: gradP1,
    A1: gradA1,
    Z1: gradZ1,
    X: first.gradInput,
  };
}

/** Refuses parameters of other names or shapes than the net's. */
export function checkParameters(fn: string, parameters: NetParameters): void {
  checkKeys(fn, "parameters", parameters, Object.keys(netShapes));
  for (const [name, shape] of Object.entries(netShapes)) {
    checkTensor(fn, name, parameters[name as keyof NetParameters], shape);
  }
}
