import { checkInteger, refuseKind } from "../num/index.js";

/** One layer of a chain, convolution or pooling, along one axis. */
export interface ChainLayer {
  kernelSize: number;
  stride?: number;
  padding?: number;
  dilation?: number;
}

/**
 * Receptive field of one output of a chain of layers: its size, the stride between neighbours, and the padding.
 *
 *     r = 1 + Σ_l d_l (k_l - 1) Π_{j<l} s_j
 *
 * With L layers of size f and stride 1 this is the notes' L (f - 1) + 1.
 *
 * @eq conv.receptive-field
 * @source Araujo, Norris & Sim (2019), Computing receptive fields of convolutional neural networks; the notes, line B50
 * @throws TypeError if layers is no array; RangeError if a size is out of range
 */
export function receptiveField(layers: readonly ChainLayer[]): {
  size: number;
  stride: number;
  padding: number;
} {
  const fn = "receptiveField";
  if (!Array.isArray(layers)) refuseKind(fn, "layers", "be an array", layers);
  let size = 1;
  let stride = 1;
  let padding = 0;
  layers.forEach((layer: ChainLayer, l) => {
    const { kernelSize, stride: s = 1, padding: p = 0, dilation: d = 1 } = layer;
    checkInteger(fn, `layers[${l}].kernelSize`, kernelSize, { min: 1 });
    checkInteger(fn, `layers[${l}].stride`, s, { min: 1 });
    checkInteger(fn, `layers[${l}].padding`, p, { min: 0 });
    checkInteger(fn, `layers[${l}].dilation`, d, { min: 1 });
    size += d * (kernelSize - 1) * stride;
    padding += p * stride;
    stride *= s;
  });
  return { size, stride, padding };
}
