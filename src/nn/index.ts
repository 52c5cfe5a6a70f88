/**
 * Layers of neural networks, each with its gradients, and a small net that learns.
 *
 * @module rederive/nn
 */
export { bce, bceBackward, bceWithLogits, bceWithLogitsBackward } from "./bce.js";
export { conv2d, conv2dBackward, type Conv2dOptions } from "./conv2d.js";
export { dense, denseBackward } from "./dense.js";
export { flatten, flattenBackward } from "./flatten.js";
export { flip, fullConvolution, kernelJacobian } from "./fullConvolution.js";
export { maxPool2d, maxPool2dBackward, type MaxPool2dOptions } from "./maxPool2d.js";
export {
  initialParameters,
  type NetBackward,
  netBackward,
  type NetForward,
  netForward,
  type NetParameters,
  parameterCount,
} from "./net.js";
export { relu, reluBackward } from "./relu.js";
export { sigmoid, sigmoidBackward } from "./sigmoid.js";
export { type Example, trainNet, type Training } from "./trainNet.js";
