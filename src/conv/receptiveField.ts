import { checkKeys, refuseKind } from "../num/check.js";
import {
  type AxisPadding,
  checkPair,
  effectiveSize,
  type Padding,
  type Pair,
  resolveAxis,
  resolvePadding,
  splitPadding,
} from "./spatial.js";

const fn = "receptiveField";

/** One layer of a chain, convolution or pooling; what is not given is 1, padding 0. */
export interface ChainLayer {
  name?: string;
  kernelSize: number;
  stride?: number;
  padding?: number | "same" | "valid";
  dilation?: number;
}

/** The same where some layer differs along its two axes. */
export interface PlaneChainLayer {
  name?: string;
  kernelSize: Pair;
  stride?: Pair;
  padding?: Padding;
  dilation?: Pair;
}

/** What one output of a chain sees of its input. */
export interface ReceptiveField<Size = number> {
  /** Input cells from the first that it sees to the last. */
  size: Size;
  /** Input cells between the fields of two neighbouring outputs. */
  stride: Size;
  /** Cells by which the first output's field reaches out before the input. */
  padding: Size;
}

/**
 * Receptive field of one output of a chain of layers.
 *
 *     size = 1 + sum_l d_l (k_l - 1) prod_{j<l} s_j,    padding = sum_l p_l prod_{j<l} s_j
 *
 * L layers of size f and stride 1 give the notes' L (f - 1) + 1.
 *
 * @eq conv.receptive-field
 * @source Araujo, Norris and Sim (2019), Computing receptive fields of convolutional neural networks; the notes, line B50
 * @param layers from the input on; a pair anywhere makes every number of the result `[height, width]`
 * @param options the chain's `inputSize`, needed for padding `"same"` at a stride above 1 alone
 * @throws TypeError or RangeError if a layer is of the wrong kind or out of range
 */
export function receptiveField(
  layers: readonly ChainLayer[],
  options?: { inputSize?: number },
): ReceptiveField;
export function receptiveField(
  layers: readonly PlaneChainLayer[],
  options?: { inputSize?: Pair },
): ReceptiveField<[number, number]>;
export function receptiveField(
  layers: readonly PlaneChainLayer[],
  options: { inputSize?: Pair } = {},
): ReceptiveField | ReceptiveField<[number, number]> {
  const plane = isPlane(layers, options);
  const [rows, columns] = fieldsOf(layers, options);
  const last = rows.length - 1;
  if (!plane) return rows[last];
  const pair = (name: keyof ReceptiveField): [number, number] => [
    rows[last][name],
    columns[last][name],
  ];
  return { size: pair("size"), stride: pair("stride"), padding: pair("padding") };
}

/**
 * The receptive field after each layer of a chain, along the height, with the layers' names.
 *
 * @param layers as receptiveField's
 * @param options `inputSize`, the height of the input or both its sizes, where a layer's padding depends on it
 */
export function receptiveFieldSteps(
  layers: readonly PlaneChainLayer[],
  options: { inputSize?: Pair } = {},
): (ReceptiveField & { name: string })[] {
  const [rows] = fieldsOf(layers, options);
  return layers.map(({ name }, l) => ({ name: name ?? `layer ${l + 1}`, ...rows[l + 1] }));
}

function isPlane(layers: readonly PlaneChainLayer[], { inputSize }: { inputSize?: Pair }): boolean {
  if (!Array.isArray(layers)) return false;
  return (
    Array.isArray(inputSize) ||
    layers.some((layer) => Object.values(layer ?? {}).some((value) => Array.isArray(value)))
  );
}

interface AxisLayer {
  k: number;
  s: number;
  d: number;
  p: AxisPadding;
}

/** The fields along each axis: of the input itself, then after each layer. */
function fieldsOf(
  layers: readonly PlaneChainLayer[],
  options: { inputSize?: Pair },
): [ReceptiveField[], ReceptiveField[]] {
  if (!Array.isArray(layers)) refuseKind(fn, "layers", "be an array", layers);
  checkKeys(fn, "options", options, ["inputSize"]);
  const size = options.inputSize;
  const input = size === undefined ? [] : checkPair(fn, "inputSize", size, 1);
  const checked = layers.map((layer, l) => checkLayer(layer, `layers[${l}]`));
  return [
    axisFields(
      checked.map((axes) => axes[0]),
      input[0],
    ),
    axisFields(
      checked.map((axes) => axes[1]),
      input[1],
    ),
  ];
}

function checkLayer(layer: PlaneChainLayer, place: string): [AxisLayer, AxisLayer] {
  checkKeys(fn, place, layer, ["name", "kernelSize", "stride", "padding", "dilation"]);
  const k = checkPair(fn, `${place}.kernelSize`, layer.kernelSize, 1);
  const s = checkPair(fn, `${place}.stride`, layer.stride ?? 1, 1);
  const d = checkPair(fn, `${place}.dilation`, layer.dilation ?? 1, 1);
  const p = splitPadding(fn, `${place}.padding`, layer.padding ?? 0);
  const axis = (a: 0 | 1) => ({ k: k[a], s: s[a], d: d[a], p: p[a] });
  return [axis(0), axis(1)];
}

function axisFields(layers: readonly AxisLayer[], inputSize: number | undefined): ReceptiveField[] {
  let field: ReceptiveField = { size: 1, stride: 1, padding: 0 };
  let i = inputSize;
  const fields = [field];
  layers.forEach((layer, l) => {
    if (layer.p === "same" && layer.s > 1 && i === undefined) {
      refuseKind(fn, "inputSize", `be given, since layers[${l}] pads "same" at stride > 1`, i);
    }
    // At stride 1 the padding "same" is the kernel's reach, whatever the input.
    const [before] = resolvePadding(layer.p, { ...layer, i: i ?? effectiveSize(layer.k, layer.d) });
    field = {
      size: field.size + layer.d * (layer.k - 1) * field.stride,
      stride: field.stride * layer.s,
      padding: field.padding + before * field.stride,
    };
    fields.push(field);
    if (i !== undefined) {
      const names = { i: "inputSize", k: "kernelSize", s: "stride", p: "padding", d: "dilation" };
      i = resolveAxis(`${fn}: layers[${l}]`, names, { ...layer, i }).o;
    }
  });
  return fields;
}
