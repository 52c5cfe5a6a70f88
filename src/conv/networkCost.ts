import { checkBoolean, checkInteger, checkKeys, refuseKind, refuseValue } from "../num/check.js";
import { type ConvLayer, costNamed } from "./convCost.js";
import { checkCount, checkPair, type Pair } from "./spatial.js";
import { poolPlane, type PoolWindow } from "./poolPlane.js";

/** What every layer of a network may say of itself. */
export interface LayerInput {
  name?: string;
  /** Where given, the layer takes `inChannels` of this size and not the output before it: a branch. */
  inputSize?: Pair;
  /** Where given without `inputSize`, it must be what the layer before gives. */
  inChannels?: number;
}

/** A layer of a network; its input is the output of the layer before, unless it says otherwise. */
export type NetworkLayer = LayerInput &
  (
    | ({ type: "conv"; batchNorm?: boolean } & Omit<ConvLayer, "inputSize" | "inChannels">)
    | ({ type: "maxPool" | "avgPool" } & PoolWindow)
    | { type: "globalAvgPool" }
    | { type: "dense"; outFeatures: number; inFeatures?: number; bias?: boolean }
  );

/** One row of a network's cost table. */
export interface LayerCost {
  name: string;
  type: NetworkLayer["type"];
  /** Height and width of the output. */
  outputSize: [number, number];
  outChannels: number;
  macs: number;
  /** Weights and biases. */
  params: number;
  biasAdds: number;
  /** Scale and shift of a batch normalisation: two for each channel. */
  batchNormParams: number;
}

/** A network's cost table with its sums. */
export interface NetworkCost {
  layers: LayerCost[];
  macs: number;
  params: number;
  biasAdds: number;
  batchNormParams: number;
}

interface Flow {
  channels: number;
  size: [number, number];
}

const common = ["name", "type", "inputSize", "inChannels"];
const keys = {
  conv: [
    "outChannels",
    "kernelSize",
    "stride",
    "padding",
    "dilation",
    "groups",
    "bias",
    "batchNorm",
  ],
  maxPool: ["kernelSize", "stride", "padding", "dilation", "ceilMode"],
  avgPool: ["kernelSize", "stride", "padding", "dilation", "ceilMode"],
  globalAvgPool: [],
  dense: ["outFeatures", "inFeatures", "bias"],
};

/**
 * Cost table of a whole network for one image; pooling counts nothing, since it multiplies nothing.
 *
 * @param layers in the order of computation; a branch states its own `inputSize` and `inChannels`
 * @param input channels and size of the image
 * @returns a row for each layer, and their sums
 * @throws TypeError or RangeError that names the layer, if one is wrong or does not follow from the one before
 */
export function networkCost(
  layers: readonly NetworkLayer[],
  input: { inChannels: number; inputSize: Pair },
): NetworkCost {
  const fn = "networkCost";
  if (!Array.isArray(layers)) refuseKind(fn, "layers", "be an array", layers);
  checkKeys(fn, "input", input, ["inChannels", "inputSize"]);
  let flow: Flow = {
    channels: checkInteger(fn, "inChannels", input.inChannels, { min: 1 }),
    size: checkPair(fn, "inputSize", input.inputSize, 1),
  };
  const rows = (layers as NetworkLayer[]).map((layer, l) => {
    const type = layer?.type;
    if (!Object.hasOwn(keys, type ?? "")) {
      refuseKind(fn, `layers[${l}].type`, `be one of ${Object.keys(keys).join(", ")}`, type);
    }
    const name = layer.name ?? `${type} ${l + 1}`;
    const place = `${fn}: ${name}`;
    checkKeys(place, "layer", layer, [...common, ...keys[type]]);
    const row = { name, type, ...rowOf(place, layer, inputOf(place, layer, flow)) };
    flow = { channels: row.outChannels, size: row.outputSize };
    return row;
  });
  const sum = (what: "macs" | "params" | "biasAdds" | "batchNormParams") =>
    checkCount(
      fn,
      what,
      rows.reduce((total, row) => total + row[what], 0),
    );
  return {
    layers: rows,
    macs: sum("macs"),
    params: sum("params"),
    biasAdds: sum("biasAdds"),
    batchNormParams: sum("batchNormParams"),
  };
}

function inputOf(place: string, layer: NetworkLayer, before: Flow): Flow {
  const { inChannels } = layer;
  if (inChannels !== undefined) checkInteger(place, "inChannels", inChannels, { min: 1 });
  if (layer.inputSize !== undefined) {
    const size = checkPair(place, "inputSize", layer.inputSize, 1);
    return { channels: inChannels ?? before.channels, size };
  }
  if (inChannels !== undefined && inChannels !== before.channels) {
    refuseValue(place, "inChannels", `be the ${before.channels} of the layer before`, inChannels);
  }
  return before;
}

type Row = Omit<LayerCost, "name" | "type">;

function rowOf(place: string, layer: NetworkLayer, { channels, size }: Flow): Row {
  const free = { macs: 0, params: 0, biasAdds: 0, batchNormParams: 0 };
  if (layer.type === "conv") {
    const { name: _, type: __, batchNorm = false, ...conv } = layer;
    checkBoolean(place, "batchNorm", batchNorm);
    const cost = costNamed(place, { ...conv, inChannels: channels, inputSize: size });
    const { outChannels } = layer;
    return { ...cost, outChannels, batchNormParams: batchNorm ? 2 * outChannels : 0 };
  }
  if (layer.type === "dense") return denseRow(place, layer, channels * size[0] * size[1]);
  if (layer.type === "globalAvgPool") return { ...free, outputSize: [1, 1], outChannels: channels };
  const [rows, columns] = poolPlane(place, size, layer);
  return { ...free, outputSize: [rows.o, columns.o], outChannels: channels };
}

function denseRow(
  place: string,
  layer: { outFeatures: number; inFeatures?: number; bias?: boolean },
  features: number,
): Row {
  const { outFeatures, inFeatures = features, bias = false } = layer;
  checkInteger(place, "outFeatures", outFeatures, { min: 1 });
  checkBoolean(place, "bias", bias);
  if (inFeatures !== features) {
    refuseValue(place, "inFeatures", `be the ${features} that arrive`, inFeatures);
  }
  const macs = checkCount(place, "macs", features * outFeatures);
  const biasAdds = bias ? outFeatures : 0;
  return {
    macs,
    params: macs + biasAdds,
    biasAdds,
    batchNormParams: 0,
    outputSize: [1, 1],
    outChannels: outFeatures,
  };
}
