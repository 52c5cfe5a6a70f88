/**
 * Sizes, costs and receptive fields of convolutions.
 *
 * @module rederive/conv
 */
export { convComplexity, convCost, type ConvCost, type ConvLayer } from "./convCost.js";
export { type GroupedCost, groupedCost } from "./groupedCost.js";
export { mobileNet } from "./mobileNet.js";
export {
  type LayerCost,
  type LayerInput,
  networkCost,
  type NetworkCost,
  type NetworkLayer,
} from "./networkCost.js";
export { type ConvAxis, type ConvPlane, outputSize } from "./outputSize.js";
export type { PoolWindow } from "./poolPlane.js";
export {
  type ChainLayer,
  type PlaneChainLayer,
  type ReceptiveField,
  receptiveField,
  receptiveFieldSteps,
} from "./receptiveField.js";
export {
  costRatio,
  depthwiseCost,
  pointwiseCost,
  separableCost,
  type SeparableCost,
} from "./separableCost.js";
export type { AxisPadding, BeforeAfter, Padding, Pair } from "./spatial.js";
export { transposedOutputSize } from "./transposedOutputSize.js";
