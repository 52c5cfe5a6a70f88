import { checkBoolean, checkInteger, checkKeys, refuseValue } from "../num/check.js";
import { checkCount, layerNames, type Padding, type Pair, resolvePlane } from "./spatial.js";

/** A convolution layer in PyTorch's words, with the size of its input. */
export interface ConvLayer {
  /** M in the notes' formulas, >= 1. */
  inChannels: number;
  /** N in the notes' formulas, >= 1. */
  outChannels: number;
  kernelSize: Pair;
  /** Height and width of the input. */
  inputSize: Pair;
  /** 1 unless given. */
  stride?: Pair;
  /** 0 unless given. */
  padding?: Padding;
  /** 1, which means none, unless given. */
  dilation?: Pair;
  /** A divisor of both channel counts; 1 unless given. */
  groups?: number;
  /** Whether each output channel has a bias; false unless given, as in the notes' counts. */
  bias?: boolean;
}

/** What a layer costs for one image. */
export interface ConvCost {
  /** Multiply-accumulates; bias adds are counted apart. */
  macs: number;
  /** Weights, and biases if there are any. */
  params: number;
  biasAdds: number;
  /** Height and width of the output. */
  outputSize: [number, number];
}

const keys = [
  "inChannels",
  "outChannels",
  "kernelSize",
  "inputSize",
  "stride",
  "padding",
  "dilation",
  "groups",
  "bias",
];

/**
 * Cost of one convolution layer, over its output's size rather than its input's.
 *
 *     macs = N D_G^2 D_K^2 M / groups,    with M = inChannels and N = outChannels
 *
 * @eq conv.standard-cost
 * @source the notes, lines A14-A16; Howard et al. (2017), MobileNets, equation 2
 * @throws RangeError if a value is out of range, groups does not divide the channels, or the kernel does not fit
 */
export function convCost(layer: ConvLayer): ConvCost {
  return costNamed("convCost", layer);
}

/** The cost of a layer, its errors under the name of the function that was called. */
export function costNamed(fn: string, layer: ConvLayer): ConvCost {
  checkKeys(fn, "layer", layer, keys);
  const { inChannels, outChannels, groups = 1, bias = false } = layer;
  checkInteger(fn, "inChannels", inChannels, { min: 1 });
  checkInteger(fn, "outChannels", outChannels, { min: 1 });
  checkInteger(fn, "groups", groups, { min: 1 });
  checkBoolean(fn, "bias", bias);
  for (const [name, channels] of Object.entries({ inChannels, outChannels })) {
    if (channels % groups !== 0) refuseValue(fn, "groups", `divide ${name} = ${channels}`, groups);
  }
  const [rows, columns] = resolvePlane(fn, layerNames, {
    i: layer.inputSize,
    k: layer.kernelSize,
    s: layer.stride,
    p: layer.padding,
    d: layer.dilation,
  });
  const perOutput = rows.k * columns.k * (inChannels / groups);
  const outputs = rows.o * columns.o * outChannels;
  return {
    macs: checkCount(fn, "macs", outputs * perOutput),
    params: checkCount(fn, "params", outChannels * perOutput + (bias ? outChannels : 0)),
    biasAdds: bias ? outputs : 0,
    outputSize: [rows.o, columns.o],
  };
}

/**
 * Multiply-accumulates of a convolution whose output is as large as its input, in the letters of the
 * notes' last pages, where N counts the inputs and M the outputs.
 *
 *     H W K^2 N M
 *
 * @eq conv.complexity
 * @source the notes, lines B65-B88
 * @param sizes integers >= 1; K is 1 or 3 in the notes
 */
export function convComplexity(sizes: {
  H: number;
  W: number;
  K: number;
  N: number;
  M: number;
}): number {
  const fn = "convComplexity";
  checkKeys(fn, "sizes", sizes, ["H", "W", "K", "N", "M"]);
  const { H, W, K, N, M } = sizes;
  for (const [name, size] of Object.entries({ H, W, K, N, M })) {
    checkInteger(fn, name, size, { min: 1 });
  }
  return checkCount(fn, "H W K^2 N M", H * W * K ** 2 * N * M);
}
