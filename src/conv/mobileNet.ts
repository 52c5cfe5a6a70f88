import { checkBoolean, checkKeys, refuseValue } from "../num/check.js";
import type { NetworkLayer } from "./networkCost.js";

/** Output channels and stride of the thirteen blocks. The paper's table prints stride 2 for the last: 7 x 7 must stay 7 x 7. */
const blocks = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
] as const;

/**
 * The layers of MobileNet, for networkCost.
 *
 * @source Howard et al. (2017), MobileNets, Table 1
 * @param options `alpha`, the width multiplier, one of 1, 0.75, 0.5, 0.25; `separable`: false replaces each
 *   depthwise-separable block by one standard convolution, as in the paper's Table 4
 */
export function mobileNet(
  options: { alpha?: 1 | 0.75 | 0.5 | 0.25; separable?: boolean } = {},
): NetworkLayer[] {
  checkKeys("mobileNet", "options", options, ["alpha", "separable"]);
  const { alpha = 1, separable = true } = options;
  if (![1, 0.75, 0.5, 0.25].includes(alpha)) {
    refuseValue("mobileNet", "alpha", "be 1, 0.75, 0.5 or 0.25", alpha);
  }
  checkBoolean("mobileNet", "separable", separable);
  const conv = { type: "conv", kernelSize: 3, padding: 1, batchNorm: true } as const;
  let inChannels = 32 * alpha;
  const layers: NetworkLayer[] = [{ ...conv, name: "conv", outChannels: inChannels, stride: 2 }];
  blocks.forEach(([width, stride], b) => {
    const outChannels = width * alpha;
    if (separable) {
      const depthwise = { outChannels: inChannels, groups: inChannels, stride };
      layers.push({ ...conv, ...depthwise, name: `depthwise ${b + 1}` });
      layers.push({ ...conv, kernelSize: 1, padding: 0, outChannels, name: `pointwise ${b + 1}` });
    } else {
      layers.push({ ...conv, outChannels, stride, name: `conv ${b + 1}` });
    }
    inChannels = outChannels;
  });
  layers.push({ type: "globalAvgPool", name: "average pool" });
  layers.push({ type: "dense", outFeatures: 1000, bias: true, name: "dense" });
  return layers;
}
