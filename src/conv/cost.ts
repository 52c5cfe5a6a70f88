import { checkBoolean, checkInteger, checkKeys, type Rational, rational } from "../num/index.js";
import { fit } from "./outputSize.js";
import { type Padding, type Pair, readPadding, readPair } from "./padding.js";

/** A convolution layer in PyTorch's words. */
export interface ConvLayer {
  inChannels: number;
  outChannels: number;
  kernelSize: Pair;
  inputSize: Pair;
  stride?: Pair;
  padding?: Padding;
  dilation?: Pair;
  groups?: number;
  /** Whether each output channel has a bias; false by default, as in the notes' counts. */
  bias?: boolean;
}

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
 * Cost of one convolution layer.
 *
 *     macs = D_G^2 D_K^2 (M / groups) N,    with M = inChannels, N = outChannels
 *
 * @eq conv.standard-cost
 * @eq conv.groups
 * @eq conv.complexity
 * @source the notes, lines A14-A16, A62 and B65; Howard et al. (2017), equation 2
 * @throws RangeError if an argument is out of range, or groups does not divide the channels
 */
export function convCost(layer: ConvLayer): ConvCost {
  return costOf("convCost", layer);
}

function costOf(fn: string, layer: ConvLayer): ConvCost {
  checkKeys(fn, "the argument", layer, keys);
  const { inChannels, outChannels, groups = 1, bias = false } = layer;
  checkInteger(fn, "inChannels", inChannels, { min: 1 });
  checkInteger(fn, "outChannels", outChannels, { min: 1 });
  checkInteger(fn, "groups", groups, { min: 1 });
  checkBoolean(fn, "bias", bias);
  for (const [name, value] of Object.entries({ inChannels, outChannels })) {
    if (value % groups)
      throw new RangeError(`${fn}: groups must divide ${name} (${value}), got ${groups}`);
  }
  const outputSize = spatialOutput(fn, layer);
  const kernel = readPair(fn, "kernelSize", layer.kernelSize, 1);
  const perOutput = kernel[0] * kernel[1] * (inChannels / groups);
  const outputs = outputSize[0] * outputSize[1] * outChannels;
  return {
    macs: outputs * perOutput,
    params: outChannels * perOutput + (bias ? outChannels : 0),
    biasAdds: bias ? outputs : 0,
    outputSize,
  };
}

function spatialOutput(fn: string, layer: ConvLayer): [number, number] {
  const input = readPair(fn, "inputSize", layer.inputSize, 1);
  const kernel = readPair(fn, "kernelSize", layer.kernelSize, 1);
  const stride = readPair(fn, "stride", layer.stride ?? 1, 1);
  const dilation = readPair(fn, "dilation", layer.dilation ?? 1, 1);
  const axes = [0, 1].map((a) => ({ i: input[a], k: kernel[a], s: stride[a], d: dilation[a] }));
  const sides = readPadding(fn, layer.padding ?? 0, axes);
  const [height, width] = axes.map(({ i, k, s, d }, a) => fit(fn, i, k, s, sides[a], d));
  return [height, width];
}

/** The cost of a layer beside that of its depthwise-separable form. */
export interface SeparableCost {
  standard: ConvCost;
  depthwise: ConvCost;
  pointwise: ConvCost;
  total: { macs: number; params: number; biasAdds: number };
  /** total macs / standard macs, exact: 1/N + 1/D_K^2. */
  ratio: Rational;
}

/**
 * Cost of a depthwise-separable convolution, and its ratio to the standard one.
 *
 *     macs = M D_G^2 D_K^2 + N M D_G^2 = M D_G^2 (D_K^2 + N),    ratio = 1/N + 1/D_K^2
 *
 * @eq conv.depthwise-cost
 * @eq conv.pointwise-cost
 * @eq conv.separable-cost
 * @eq conv.cost-ratio
 * @source the notes, lines A36-A57; Howard et al. (2017), equation 5
 * @throws RangeError as convCost; groups must be 1, since the depthwise half groups by itself
 */
export function separableCost(layer: ConvLayer): SeparableCost {
  const fn = "separableCost";
  const standard = costOf(fn, layer);
  if ((layer.groups ?? 1) !== 1)
    throw new RangeError(`${fn}: groups must be 1, got ${layer.groups}`);
  const { inChannels } = layer;
  const depthwise = costOf(fn, { ...layer, outChannels: inChannels, groups: inChannels });
  const pointwise = costOf(fn, {
    inChannels,
    outChannels: layer.outChannels,
    kernelSize: 1,
    inputSize: depthwise.outputSize,
    bias: layer.bias ?? false,
  });
  const total = {
    macs: depthwise.macs + pointwise.macs,
    params: depthwise.params + pointwise.params,
    biasAdds: depthwise.biasAdds + pointwise.biasAdds,
  };
  return { standard, depthwise, pointwise, total, ratio: rational(total.macs, standard.macs) };
}
