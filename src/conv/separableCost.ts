import { checkInteger, checkKeys, refuseValue } from "../num/check.js";
import { type Rational, rational } from "../num/rational.js";
import { type ConvCost, type ConvLayer, costNamed } from "./convCost.js";

/**
 * Cost of a depthwise convolution: one kernel of depth 1 for each input channel.
 *
 *     macs = M D_G^2 D_K^2
 *
 * @eq conv.depthwise-cost
 * @source the notes, lines A36-A38; Howard et al. (2017), equation 4
 * @param layer as convCost's, without `outChannels` and `groups`: both are M
 * @throws RangeError as convCost
 */
export function depthwiseCost(layer: Omit<ConvLayer, "outChannels" | "groups">): ConvCost {
  return depthwiseNamed("depthwiseCost", layer);
}

function depthwiseNamed(fn: string, layer: Omit<ConvLayer, "outChannels" | "groups">): ConvCost {
  const given = layer as ConvLayer;
  checkOneKernelEach(fn, given);
  const { inChannels } = given;
  checkInteger(fn, "inChannels", inChannels, { min: 1 });
  return costNamed(fn, { ...given, outChannels: inChannels, groups: inChannels });
}

/** A depthwise layer may repeat what it is, outChannels = groups = inChannels, but not deny it. */
function checkOneKernelEach(fn: string, layer: ConvLayer): void {
  for (const name of ["outChannels", "groups"] as const) {
    const value = layer?.[name];
    if (value !== undefined && value !== layer.inChannels) {
      refuseValue(fn, name, `be inChannels = ${layer.inChannels} or absent`, value);
    }
  }
}

/**
 * Cost of a pointwise convolution: N kernels of 1 x 1 x M, which mix the channels.
 *
 *     macs = N D_G^2 M
 *
 * @eq conv.pointwise-cost
 * @source the notes, lines A42-A44
 * @param layer as convCost's, without `kernelSize` (1), `padding` (0) and `dilation` (1)
 * @throws RangeError as convCost
 */
export function pointwiseCost(
  layer: Omit<ConvLayer, "kernelSize" | "padding" | "dilation">,
): ConvCost {
  return pointwiseNamed("pointwiseCost", layer);
}

function pointwiseNamed(
  fn: string,
  layer: Omit<ConvLayer, "kernelSize" | "padding" | "dilation">,
): ConvCost {
  const allowed = ["inChannels", "outChannels", "inputSize", "stride", "groups", "bias"];
  checkKeys(fn, "layer", layer, allowed);
  return costNamed(fn, { ...layer, kernelSize: 1 });
}

/** The cost of a layer beside that of its depthwise-separable form. */
export interface SeparableCost {
  standard: ConvCost;
  depthwise: ConvCost;
  pointwise: ConvCost;
  /** Depthwise and pointwise together. */
  total: ConvCost;
  /** Multiply-accumulates, total over standard, exactly: 1/N + 1/D_K^2. */
  ratio: Rational;
}

/**
 * Cost of a depthwise-separable convolution against the standard one.
 *
 *     macs = M D_G^2 D_K^2 + N M D_G^2 = M D_G^2 (D_K^2 + N)
 *
 * Stride, padding and dilation belong to the depthwise half; a bias counts in both halves.
 *
 * @eq conv.separable-cost
 * @source the notes, lines A46-A50; Howard et al. (2017), equation 5
 * @throws RangeError as convCost; groups must be 1, since the depthwise half groups by itself
 */
export function separableCost(layer: ConvLayer): SeparableCost {
  const fn = "separableCost";
  const standard = costNamed(fn, layer);
  const { outChannels, groups = 1, ...spatial } = layer;
  if (groups !== 1) refuseValue(fn, "groups", "be 1", groups);
  const { inChannels, bias = false } = layer;
  const depthwise = depthwiseNamed(fn, spatial);
  const inputSize = depthwise.outputSize;
  const pointwise = pointwiseNamed(fn, { inChannels, outChannels, inputSize, bias });
  const total = {
    macs: depthwise.macs + pointwise.macs,
    params: depthwise.params + pointwise.params,
    biasAdds: depthwise.biasAdds + pointwise.biasAdds,
    outputSize: pointwise.outputSize,
  };
  return { standard, depthwise, pointwise, total, ratio: rational(total.macs, standard.macs) };
}

/**
 * What a depthwise-separable convolution costs for each multiplication of the standard one, exactly.
 *
 *     (D_K^2 + N) / (D_K^2 N) = 1/N + 1/D_K^2
 *
 * @eq conv.cost-ratio
 * @source the notes, lines A55-A57; Howard et al. (2017), equation 5
 * @param sizes N output channels and kernels of D_K x D_K, integers >= 1
 */
export function costRatio(sizes: { N: number; DK: number }): Rational {
  checkKeys("costRatio", "sizes", sizes, ["N", "DK"]);
  const N = checkInteger("costRatio", "N", sizes.N, { min: 1 });
  const DK = checkInteger("costRatio", "DK", sizes.DK, { min: 1 });
  const area = BigInt(DK) ** 2n;
  return rational(area + BigInt(N), area * BigInt(N));
}
