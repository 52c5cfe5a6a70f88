import { checkInteger, checkKeys } from "../num/check.js";
import {
  type AxisPadding,
  checkAxisPadding,
  formulaNames,
  type Padding,
  type Pair,
  resolveAxis,
  resolvePlane,
} from "./spatial.js";

/** A convolution along one axis, in Dumoulin and Visin's letters. */
export interface ConvAxis {
  /** Input size, >= 1. */
  i: number;
  /** Kernel size, >= 1. */
  k: number;
  /** Stride, >= 1; 1 unless given. */
  s?: number;
  /** Padding; 0 unless given. */
  p?: AxisPadding;
  /** Dilation, >= 1; 1 means none. */
  d?: number;
}

/** A convolution of a plane, in the same letters; one number stands for both axes. */
export interface ConvPlane {
  i: Pair;
  k: Pair;
  s?: Pair;
  p?: Padding;
  d?: Pair;
}

/**
 * Output size o of a convolution, along one axis or, where an argument has two axes, as `[height, width]`.
 *
 *     o = floor((i + 2p - d(k - 1) - 1) / s) + 1
 *
 * With padding that differs at the two ends, 2p is their sum.
 *
 * @eq conv.output-size
 * @source Dumoulin and Visin (2016), A guide to convolution arithmetic for deep learning, Relationship 15; d = 1 is Relationship 6
 * @param axis i, k, s, d: integers >= 1; p: integers >= 0, `"same"` or `"valid"`. If i, k, s and d are numbers,
 *   a pair p is `[before, after]`; otherwise it is `[height, width]`
 * @returns an integer >= 1, or a pair of them
 * @throws RangeError if a value is out of range or the kernel does not fit in the padded input
 */
export function outputSize(axis: ConvAxis): number;
export function outputSize(plane: ConvPlane): [number, number];
export function outputSize(window: ConvPlane): number | [number, number] {
  checkKeys("outputSize", "the argument", window, ["i", "k", "s", "p", "d"]);
  if (isPlane(window)) {
    const [rows, columns] = resolvePlane("outputSize", formulaNames, window);
    return [rows.o, columns.o];
  }
  const axis = window;
  const i = checkInteger("outputSize", "i", axis.i, { min: 1 });
  const k = checkInteger("outputSize", "k", axis.k, { min: 1 });
  const s = checkInteger("outputSize", "s", axis.s ?? 1, { min: 1 });
  const d = checkInteger("outputSize", "d", axis.d ?? 1, { min: 1 });
  const p = checkAxisPadding("outputSize", "p", axis.p ?? 0);
  return resolveAxis("outputSize", formulaNames, { i, k, s, d, p }).o;
}

/** Whether some argument has two axes. */
export function isPlane(window: object): boolean {
  const { i, k, s, d, p } = window as Record<string, unknown>;
  if ([i, k, s, d].some((value) => Array.isArray(value))) return true;
  return Array.isArray(p) && p.some((side) => Array.isArray(side));
}
