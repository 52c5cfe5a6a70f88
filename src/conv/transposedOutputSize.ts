import { checkInteger, checkKeys, refuseValue } from "../num/check.js";
import { type ConvAxis, type ConvPlane, isPlane } from "./outputSize.js";
import {
  type AxisPadding,
  checkAxisPadding,
  checkPair,
  effectiveSize,
  type Pair,
  resolvePadding,
  splitPadding,
} from "./spatial.js";

const fn = "transposedOutputSize";

/**
 * Output size of a transposed convolution: the input size from which the convolution with the same
 * k, s, p, d comes out at i, made unique by `outputPadding`.
 *
 *     o = s(i - 1) + d(k - 1) + 1 + outputPadding - 2p
 *
 * Padding `"same"` gives s i, as TensorFlow has it.
 *
 * @source Dumoulin and Visin (2016), Relationship 14 (their a is `outputPadding`); PyTorch's ConvTranspose2d for d
 * @param axis i, k, s, d: integers >= 1; p: integers >= 0, `"same"` or `"valid"`; outputPadding: an integer
 *   >= 0, less than s or less than d
 * @returns an integer >= 1, or a pair of them if an argument has two axes
 * @throws RangeError if a value is out of range or nothing is left of the output
 */
export function transposedOutputSize(axis: ConvAxis & { outputPadding?: number }): number;
export function transposedOutputSize(plane: ConvPlane & { outputPadding?: Pair }): [number, number];
export function transposedOutputSize(
  window: ConvPlane & { outputPadding?: Pair },
): number | [number, number] {
  checkKeys(fn, "the argument", window, ["i", "k", "s", "p", "d", "outputPadding"]);
  const plane = isPlane(window) || Array.isArray(window.outputPadding);
  const i = checkPair(fn, "i", window.i, 1);
  const k = checkPair(fn, "k", window.k, 1);
  const s = checkPair(fn, "s", window.s ?? 1, 1);
  const d = checkPair(fn, "d", window.d ?? 1, 1);
  const extra = checkPair(fn, "outputPadding", window.outputPadding ?? 0, 0);
  const p = plane
    ? splitPadding(fn, "p", window.p ?? 0)
    : [checkAxisPadding(fn, "p", window.p ?? 0), 0 as const];
  const size = (a: 0 | 1) =>
    axisSize({ i: i[a], k: k[a], s: s[a], d: d[a], p: p[a], extra: extra[a] });
  return plane ? [size(0), size(1)] : size(0);
}

interface TransposedAxis {
  i: number;
  k: number;
  s: number;
  d: number;
  p: AxisPadding;
  extra: number;
}

function axisSize({ i, k, s, d, p, extra }: TransposedAxis): number {
  checkInteger(fn, "outputPadding", extra, { min: 0, max: Math.max(s, d) - 1 });
  if (p === "same") {
    if (extra > 0) refuseValue(fn, "outputPadding", `be 0 where p is "same"`, extra);
    return s * i;
  }
  const [before, after] = resolvePadding(p, { i, k, s, d });
  const o = s * (i - 1) + effectiveSize(k, d) + extra - before - after;
  if (o < 1) {
    throw new RangeError(
      `${fn}: padding leaves an output of size ${o} (i=${i}, k=${k}, s=${s}, p=[${before}, ${after}], d=${d})`,
    );
  }
  return o;
}
