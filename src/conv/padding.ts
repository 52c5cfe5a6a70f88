import { checkInteger, refuseKind } from "../num/index.js";

/** A size along the two axes: one number for both, or `[height, width]`. */
export type Pair = number | readonly [number, number];

/**
 * Padding: one number, `[height, width]`, `[[top, bottom], [left, right]]`, `"valid"` (none), or `"same"`
 * (TensorFlow's: output ceil(i/s), an odd cell at the end).
 */
export type Padding =
  Pair | readonly [readonly [number, number], readonly [number, number]] | "same" | "valid";

/** Padding before and after along one axis. */
export type Sides = readonly [number, number];

/** The two entries of a pair, each an integer >= min, refused by name otherwise. */
export function readPair(fn: string, name: string, value: Pair, min: number): [number, number] {
  if (!Array.isArray(value)) {
    const both = checkInteger(fn, name, value, { min });
    return [both, both];
  }
  if (value.length !== 2) refuseKind(fn, name, "be a number or [height, width]", value);
  return [
    checkInteger(fn, `${name}[0]`, value[0], { min }),
    checkInteger(fn, `${name}[1]`, value[1], { min }),
  ];
}

/** What the size of "same" depends on. */
interface AxisSizes {
  i: number;
  k: number;
  s: number;
  d: number;
}

/** Padding before and after along each of the two axes. */
export function readPadding(fn: string, padding: Padding, axes: readonly AxisSizes[]): Sides[] {
  if (padding === "valid") return axes.map(() => [0, 0] as const);
  if (padding === "same") return axes.map(samePadding);
  if (typeof padding === "string") {
    return refuseKind(fn, "padding", 'be a number, a pair, "same" or "valid"', padding);
  }
  if (Array.isArray(padding) && padding.some((side) => Array.isArray(side))) {
    if (padding.length !== 2)
      refuseKind(fn, "padding", "be [[top, bottom], [left, right]]", padding);
    return padding.map((side, axis) => {
      const [before, after] = readPair(fn, `padding[${axis}]`, side as Pair, 0);
      return [before, after] as const;
    });
  }
  return readPair(fn, "padding", padding as Pair, 0).map((side) => [side, side] as const);
}

/**
 * TensorFlow's "same": as many outputs as ceil(i / s), the odd cell of padding at the end.
 *
 * @source TensorFlow, `tf.nn` notes on padding
 */
export function samePadding({ i, k, s, d }: AxisSizes): Sides {
  const total = Math.max(0, (Math.ceil(i / s) - 1) * s + d * (k - 1) + 1 - i);
  const before = Math.floor(total / 2);
  return [before, total - before];
}
