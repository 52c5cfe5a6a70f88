export {
  type ConvCost,
  convCost,
  type ConvLayer,
  type SeparableCost,
  separableCost,
} from "./cost.js";
export {
  type ConvAxis,
  outputSize,
  type TransposedAxis,
  transposedOutputSize,
} from "./outputSize.js";
export type { Padding, Pair } from "./padding.js";
export { type ChainLayer, receptiveField } from "./receptiveField.js";
