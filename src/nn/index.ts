export { conv2d, conv2dBackward, type Conv2dOptions } from "./conv2d.js";
export {
  bceWithLogits,
  bceWithLogitsBackward,
  dense,
  denseBackward,
  flatten,
  flattenBackward,
  relu,
  reluBackward,
  sigmoid,
  sigmoidBackward,
} from "./layers.js";
export { maxPool2d, maxPool2dBackward, type MaxPool2dOptions } from "./maxPool2d.js";
export {
  type Example,
  netBackward,
  type NetForward,
  netForward,
  type NetParameters,
  parameterCount,
  trainNet,
} from "./net.js";
