import { checkInteger, checkKeys } from "../num/index.js";
import { readPadding, type Sides } from "./padding.js";

/** One axis of a convolution, in Dumoulin and Visin's letters. */
export interface ConvAxis {
  /** Input size, >= 1. */
  i: number;
  /** Kernel size, >= 1. */
  k: number;
  /** Stride, >= 1; 1 by default. */
  s?: number;
  /** Padding on both sides, or `[before, after]`, `"same"`, `"valid"`; 0 by default. */
  p?: number | Sides | "same" | "valid";
  /** Dilation, >= 1; 1 means none. */
  d?: number;
}

/**
 * Output size of a convolution along one axis.
 *
 *     o = floor((i + p_before + p_after - d (k - 1) - 1) / s) + 1
 *
 * The notes print (w - f + 2p) / stride + 1, which is this where the stride divides.
 *
 * @eq conv.output-size
 * @source Dumoulin & Visin (2016), relationship 15; the notes, line B7
 * @throws RangeError if an argument is out of range, or the kernel does not fit in the padded input
 */
export function outputSize(axis: ConvAxis): number {
  checkKeys("outputSize", "the argument", axis, ["i", "k", "s", "p", "d"]);
  const { i, k, s, d, sides } = readAxis("outputSize", axis);
  return fit("outputSize", i, k, s, sides, d);
}

/** One axis with its defaults filled in and checked. */
export function readAxis(fn: string, { i, k, s = 1, p = 0, d = 1 }: ConvAxis) {
  const sizes = {
    i: checkInteger(fn, "i", i, { min: 1 }),
    k: checkInteger(fn, "k", k, { min: 1 }),
    s: checkInteger(fn, "s", s, { min: 1 }),
    d: checkInteger(fn, "d", d, { min: 1 }),
  };
  const sides: Sides = Array.isArray(p)
    ? [checkInteger(fn, "p[0]", p[0], { min: 0 }), checkInteger(fn, "p[1]", p[1], { min: 0 })]
    : typeof p === "number"
      ? [checkInteger(fn, "p", p, { min: 0 }), p]
      : readPadding(fn, p as "same" | "valid", [sizes])[0];
  return { ...sizes, sides };
}

/** The output size of checked arguments; refuses a kernel that does not fit. */
export function fit(
  fn: string,
  i: number,
  k: number,
  s: number,
  [before, after]: Sides,
  d: number,
): number {
  const reach = d * (k - 1) + 1;
  const padded = i + before + after;
  if (reach > padded) {
    throw new RangeError(
      `${fn}: kernel of effective size ${reach} does not fit in padded input of size ${padded} (i=${i}, p=${before}+${after}, k=${k}, d=${d})`,
    );
  }
  return Math.floor((padded - reach) / s) + 1;
}

/** A transposed convolution's axis; `outputPadding` is the extra row at the end that stride leaves open. */
export interface TransposedAxis {
  i: number;
  k: number;
  s?: number;
  p?: number;
  d?: number;
  outputPadding?: number;
}

/**
 * Output size of a transposed convolution along one axis.
 *
 *     o' = s (i' - 1) + d (k - 1) + 1 - 2p + a
 *
 * @source Dumoulin & Visin (2016), relationship 14, with a the output padding
 * @throws RangeError if an argument is out of range, outputPadding is not below max(s, d), or o' < 1
 */
export function transposedOutputSize(axis: TransposedAxis): number {
  const fn = "transposedOutputSize";
  checkKeys(fn, "the argument", axis, ["i", "k", "s", "p", "d", "outputPadding"]);
  const { i, k, s = 1, p = 0, d = 1, outputPadding = 0 } = axis;
  for (const [name, value] of Object.entries({ i, k, s, d }))
    checkInteger(fn, name, value, { min: 1 });
  checkInteger(fn, "p", p, { min: 0 });
  checkInteger(fn, "outputPadding", outputPadding, { min: 0, max: Math.max(s, d) - 1 });
  const o = s * (i - 1) + d * (k - 1) + 1 - 2 * p + outputPadding;
  if (o < 1)
    throw new RangeError(
      `${fn}: output must be >= 1, got ${o} (i=${i}, k=${k}, s=${s}, p=${p}, d=${d})`,
    );
  return o;
}
