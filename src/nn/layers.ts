import { checkFinite, checkShape, refuseValue, Tensor, type TensorLike } from "../num/index.js";

/**
 * Rectifier, entry by entry.
 *
 *     A = max(0, Z)
 *
 * @source the notes, line A83
 */
export function relu(input: TensorLike): Tensor {
  return new Tensor(
    input.data.map((z) => (z > 0 ? z : 0)),
    [...input.shape],
  );
}

/** Gradient through relu: where Z > 0, else 0, also at Z = 0, as in PyTorch. */
export function reluBackward(gradOutput: TensorLike, input: TensorLike): Tensor {
  checkShape("reluBackward", "gradOutput", gradOutput.shape, input.shape);
  return new Tensor(
    gradOutput.data.map((g, i) => (input.data[i] > 0 ? g : 0)),
    [...input.shape],
  );
}

/** All entries of each sample in one row: [N, ...] to [N, size]. */
export function flatten(input: TensorLike): Tensor {
  const [N, ...rest] = input.shape;
  const size = rest.reduce((product, axis) => product * axis, 1);
  return new Tensor(Float64Array.from(input.data), [N, size]);
}

/** The same numbers in the shape before flatten. */
export function flattenBackward(gradOutput: TensorLike, inputShape: readonly number[]): Tensor {
  const size = inputShape.reduce((product, axis) => product * axis, 1);
  if (size !== gradOutput.data.length) {
    refuseValue("flattenBackward", "inputShape", `hold ${gradOutput.data.length} entries`, [
      ...inputShape,
    ]);
  }
  return new Tensor(Float64Array.from(gradOutput.data), [...inputShape]);
}

/**
 * Dense layer.
 *
 *     Z = F wᵀ + b
 *
 * @eq nn.dense-shape
 * @source the notes, line A83
 * @param input [N, features]
 * @param weight [out, features]
 * @param bias [out]
 * @returns [N, out]
 */
export function dense(input: TensorLike, weight: TensorLike, bias?: TensorLike): Tensor {
  const { N, features, out } = denseShape("dense", input, weight);
  if (bias) checkShape("dense", "bias", bias.shape, [out]);
  const data = new Float64Array(N * out);
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < out; o++) {
      let total = bias ? bias.data[o] : 0;
      for (let f = 0; f < features; f++)
        total += weight.data[o * features + f] * input.data[n * features + f];
      data[n * out + o] = total;
    }
  }
  return new Tensor(data, [N, out]);
}

/**
 * Gradients through dense.
 *
 *     ∂L/∂w = (∂L/∂Z)ᵀ F,    ∂L/∂F = ∂L/∂Z w,    ∂L/∂b = Σ_n ∂L/∂Z
 *
 * @eq nn.grad-w2
 * @source the notes, line A89
 */
export function denseBackward(
  gradOutput: TensorLike,
  input: TensorLike,
  weight: TensorLike,
): { gradInput: Tensor; gradWeight: Tensor; gradBias: Tensor } {
  const { N, features, out } = denseShape("denseBackward", input, weight);
  checkShape("denseBackward", "gradOutput", gradOutput.shape, [N, out]);
  const gradInput = new Float64Array(N * features);
  const gradWeight = new Float64Array(out * features);
  const gradBias = new Float64Array(out);
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < out; o++) {
      const grad = gradOutput.data[n * out + o];
      gradBias[o] += grad;
      for (let f = 0; f < features; f++) {
        gradWeight[o * features + f] += grad * input.data[n * features + f]; // ∂Z/∂w_f = F_f
        gradInput[n * features + f] += grad * weight.data[o * features + f]; // ∂Z/∂F_f = w_f
      }
    }
  }
  return {
    gradInput: new Tensor(gradInput, [N, features]),
    gradWeight: new Tensor(gradWeight, [out, features]),
    gradBias: new Tensor(gradBias, [out]),
  };
}

function denseShape(fn: string, input: TensorLike, weight: TensorLike) {
  for (const [name, { shape }] of Object.entries({ input, weight })) {
    if (shape.length !== 2) refuseValue(fn, `${name}.shape`, "have 2 axes", [...shape]);
  }
  const [N, features] = input.shape;
  const [out, expected] = weight.shape;
  if (features !== expected)
    refuseValue(fn, "input.shape[1]", `be the weight's ${expected}`, features);
  return { N, features, out };
}

/**
 * Logistic function of a number, without overflow on either side.
 *
 *     σ(z) = 1 / (1 + e^-z)
 *
 * @source the notes, line A83
 */
export function sigmoid(z: number): number {
  checkFinite("sigmoid", "z", z);
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/**
 * Gradient through sigmoid.
 *
 *     ∂L/∂z = ∂L/∂σ σ(z) (1 - σ(z))
 *
 * @eq nn.sigmoid-grad
 */
export function sigmoidBackward(gradOutput: number, z: number): number {
  checkFinite("sigmoidBackward", "gradOutput", gradOutput);
  return gradOutput * sigmoid(z) * sigmoid(-z); // 1 - σ(z) = σ(-z), without cancellation
}

/**
 * Binary cross-entropy from the logit z, right also where σ(z) rounds to 0 or 1.
 *
 *     L = -y log σ(z) - (1 - y) log(1 - σ(z)) = max(z, 0) - y z + log(1 + e^-|z|)
 *
 * @eq nn.bce-likelihood
 * @source the notes, line A75
 * @param y label, from 0 to 1
 */
export function bceWithLogits(z: number, y: number): number {
  checkLogit("bceWithLogits", z, y);
  return Math.max(z, 0) - y * z + Math.log1p(Math.exp(-Math.abs(z)));
}

/**
 * Gradient of the binary cross-entropy by its logit.
 *
 *     ∂L/∂z = σ(z) - y
 *
 * @eq nn.bce-grad
 */
export function bceWithLogitsBackward(z: number, y: number): number {
  checkLogit("bceWithLogitsBackward", z, y);
  return sigmoid(z) - y;
}

function checkLogit(fn: string, z: number, y: number): void {
  checkFinite(fn, "z", z);
  checkFinite(fn, "y", y);
  if (y < 0 || y > 1) refuseValue(fn, "y", "be from 0 to 1", y);
}
