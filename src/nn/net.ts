import {
  checkPositive,
  checkShape,
  refuseKind,
  Tensor,
  type TensorLike,
  tensor,
} from "../num/index.js";
import { conv2d, conv2dBackward } from "./conv2d.js";
import {
  bceWithLogits,
  bceWithLogitsBackward,
  dense,
  denseBackward,
  flatten,
  flattenBackward,
  relu,
  reluBackward,
  sigmoid,
} from "./layers.js";
import { maxPool2d, maxPool2dBackward } from "./maxPool2d.js";

/** The parameters of the notes' net: 9 + 1 + 4 + 1 = 15. */
export interface NetParameters {
  /** [1, 1, 3, 3] */
  w1: Tensor;
  /** [1] */
  b1: Tensor;
  /** [1, 4] */
  w2: Tensor;
  /** [1] */
  b2: Tensor;
}

const shapes: Record<keyof NetParameters, number[]> = {
  w1: [1, 1, 3, 3],
  b1: [1],
  w2: [1, 4],
  b2: [1],
};

/**
 * Number of trainable parameters.
 *
 *     9 + 1 + 4 + 1 = 15
 *
 * @eq nn.parameter-count
 * @source the notes, lines A69-A73
 */
export function parameterCount(parameters: NetParameters): number {
  return Object.values(parameters).reduce(
    (total: number, { data }: Tensor) => total + data.length,
    0,
  );
}

/** Every quantity of the forward pass, under the notes' names, for one image. */
export interface NetForward {
  Z1: Tensor;
  A1: Tensor;
  P1: Tensor;
  F: Tensor;
  Z2: number;
  A2: number;
  /** Flat index within A1's plane of the winner of each pooling window. */
  indices: Int32Array;
}

/**
 * Forward pass of the notes' net for one image.
 *
 *     Z1 = conv(X, w1) + b1,  A1 = relu(Z1),  P1 = MaxPool(A1),  F = flatten(P1),  Z2 = w2 F + b2,  A2 = σ(Z2)
 *
 * @eq nn.input-size
 * @source the notes, line A83
 * @param X [1, 1, 6, 6]
 */
export function netForward(X: TensorLike, { w1, b1, w2, b2 }: NetParameters): NetForward {
  checkShape("netForward", "X", X.shape, [1, 1, 6, 6]);
  const Z1 = conv2d(X, w1, { bias: b1 });
  const A1 = relu(Z1);
  const { output: P1, indices } = maxPool2d(A1, { kernelSize: 2 });
  const F = flatten(P1);
  const [Z2] = dense(F, w2, b2).data;
  return { Z1, A1, P1, F, Z2, A2: sigmoid(Z2), indices };
}

/** Gradients of the loss of one image by all 15 parameters, and the loss. */
export function netBackward(
  X: TensorLike,
  y: number,
  parameters: NetParameters,
): NetParameters & { loss: number } {
  const { Z1, A1, P1, F, Z2, indices } = netForward(X, parameters);
  const gradZ2 = tensor([bceWithLogitsBackward(Z2, y)], [1, 1]); // ∂L/∂Z2 = A2 - y
  const second = denseBackward(gradZ2, F, parameters.w2);
  const gradP1 = flattenBackward(second.gradInput, P1.shape);
  const gradA1 = maxPool2dBackward(gradP1, indices, A1.shape);
  const gradZ1 = reluBackward(gradA1, Z1);
  const first = conv2dBackward(gradZ1, X, parameters.w1);
  return {
    w1: first.gradWeight,
    b1: first.gradBias,
    w2: second.gradWeight,
    b2: second.gradBias,
    loss: bceWithLogits(Z2, y),
  };
}

/** An image with its label. */
export interface Example {
  /** [1, 1, 6, 6] */
  X: Tensor;
  y: number;
}

/**
 * Gradient descent on the mean loss over all examples.
 *
 *     θ <- θ - rate ∂L/∂θ
 *
 * @returns the parameters after the last step, and the loss before each step
 */
export function trainNet(
  examples: readonly Example[],
  initial: NetParameters,
  { rate, steps }: { rate: number; steps: number },
): { parameters: NetParameters; losses: number[] } {
  checkPositive("trainNet", "rate", rate);
  if (!examples.length) refuseKind("trainNet", "examples", "hold at least one example", examples);
  let parameters = initial;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const gradients = examples.map(({ X, y }) => netBackward(X, y, parameters));
    losses.push(gradients.reduce((total, { loss }) => total + loss, 0) / examples.length);
    const moved = (Object.keys(shapes) as (keyof NetParameters)[]).map((name) => {
      const data = parameters[name].data.map((value, i) => {
        const mean =
          gradients.reduce((total, gradient) => total + gradient[name].data[i], 0) /
          examples.length;
        return value - rate * mean;
      });
      return [name, new Tensor(data, shapes[name])];
    });
    parameters = Object.fromEntries(moved) as unknown as NetParameters;
  }
  return { parameters, losses };
}
