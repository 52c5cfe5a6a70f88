import { fit } from "../conv/outputSize.js";
import { type Padding, type Pair, readPadding, readPair } from "../conv/padding.js";

/** How a window moves over height and width. */
export interface WindowOptions {
  stride?: Pair;
  padding?: Padding;
  dilation?: Pair;
}

/** A window's geometry along both axes, checked. */
export interface Geometry {
  output: [number, number];
  stride: [number, number];
  dilation: [number, number];
  /** Padding before the first row and column. */
  before: [number, number];
}

/** The geometry of a kernel over an input, sizes as [height, width]. */
export function geometry(
  fn: string,
  input: readonly [number, number],
  kernel: readonly [number, number],
  options: WindowOptions,
): Geometry {
  const stride = readPair(fn, "stride", options.stride ?? 1, 1);
  const dilation = readPair(fn, "dilation", options.dilation ?? 1, 1);
  const axes = [0, 1].map((a) => ({ i: input[a], k: kernel[a], s: stride[a], d: dilation[a] }));
  const sides = readPadding(fn, options.padding ?? 0, axes);
  const [height, width] = axes.map(({ i, k, s, d }, a) => fit(fn, i, k, s, sides[a], d));
  return { output: [height, width], stride, dilation, before: [sides[0][0], sides[1][0]] };
}
