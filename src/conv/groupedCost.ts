import { type Rational, rational } from "../num/rational.js";
import { type ConvCost, type ConvLayer, costNamed } from "./convCost.js";

/** A grouped convolution beside the same layer without groups. */
export interface GroupedCost {
  /** The layer with groups = 1. */
  standard: ConvCost;
  grouped: ConvCost;
  /** Input channels that one kernel sees: M / groups. */
  inChannelsPerGroup: number;
  /** Output channels that one group makes: N / groups. */
  outChannelsPerGroup: number;
  /** Grouped over standard multiply-accumulates, exactly: 1 / groups. */
  ratio: Rational;
}

/**
 * Cost of a grouped convolution against the standard one.
 *
 *     macs = N D_G^2 D_K^2 M / groups
 *
 * @eq conv.groups
 * @source the notes, line A62
 * @throws RangeError as convCost
 */
export function groupedCost(layer: ConvLayer): GroupedCost {
  const grouped = costNamed("groupedCost", layer);
  const standard = costNamed("groupedCost", { ...layer, groups: 1 });
  const groups = layer.groups ?? 1;
  return {
    standard,
    grouped,
    inChannelsPerGroup: layer.inChannels / groups,
    outChannelsPerGroup: layer.outChannels / groups,
    ratio: rational(grouped.macs, standard.macs),
  };
}
