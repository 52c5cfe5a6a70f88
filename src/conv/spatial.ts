import { checkInteger, describe, refuseKind, refuseValue } from "../num/check.js";

/** One number for both axes, or `[height, width]`. */
export type Pair = number | readonly [number, number];

/** Cells added before and after an axis. */
export type BeforeAfter = readonly [number, number];

/**
 * Padding of a plane: a number for all four sides, `[height, width]`, `[[top, bottom], [left, right]]`,
 * `"valid"` (none), or `"same"` (TensorFlow's: output = ceil(input / stride), an odd cell goes to the end).
 */
export type Padding = Pair | readonly [BeforeAfter, BeforeAfter] | "same" | "valid";

/** Padding of one axis: a number for both ends, `[before, after]`, `"valid"` or `"same"`. */
export type AxisPadding = number | BeforeAfter | "same" | "valid";

/** One axis of a sliding window, with everything resolved to integers. */
export interface Axis {
  /** Input size. */
  i: number;
  /** Kernel size. */
  k: number;
  s: number;
  d: number;
  /** Cells of padding before the first input cell. */
  before: number;
  /** Cells of padding after the last. */
  after: number;
  /** Output size. */
  o: number;
}

/** What a caller calls the five quantities; error messages use these words. */
export interface AxisNames {
  i: string;
  k: string;
  s: string;
  p: string;
  d: string;
}

export const formulaNames: AxisNames = { i: "i", k: "k", s: "s", p: "p", d: "d" };

export const layerNames: AxisNames = {
  i: "inputSize",
  k: "kernelSize",
  s: "stride",
  p: "padding",
  d: "dilation",
};

/** The two numbers of a pair, each an integer >= min. */
export function checkPair(fn: string, name: string, value: unknown, min: number): [number, number] {
  if (typeof value === "number") {
    const both = checkInteger(fn, name, value, { min });
    return [both, both];
  }
  if (!Array.isArray(value) || value.length !== 2) {
    return refuseKind(fn, name, `be an integer >= ${min} or a pair of them`, value);
  }
  return [
    checkInteger(fn, `${name}[0]`, value[0], { min }),
    checkInteger(fn, `${name}[1]`, value[1], { min }),
  ];
}

/** A plane's padding as one padding for each axis. */
export function splitPadding(
  fn: string,
  name: string,
  padding: unknown,
): [AxisPadding, AxisPadding] {
  if (padding === "same" || padding === "valid") return [padding, padding];
  if (Array.isArray(padding) && padding.some((side) => Array.isArray(side))) {
    if (padding.length !== 2) refusePadding(fn, name, padding);
    return [
      checkAxisPadding(fn, `${name}[0]`, padding[0]),
      checkAxisPadding(fn, `${name}[1]`, padding[1]),
    ];
  }
  if (typeof padding !== "number" && !(Array.isArray(padding) && padding.length === 2)) {
    refusePadding(fn, name, padding);
  }
  return checkPair(fn, name, padding, 0);
}

function refusePadding(fn: string, name: string, padding: unknown): never {
  const forms = `an integer >= 0, [height, width], [[top, bottom], [left, right]], "same" or "valid"`;
  return refuseKind(fn, name, `be ${forms}`, padding);
}

/** One axis's padding, checked but not resolved. */
export function checkAxisPadding(fn: string, name: string, padding: unknown): AxisPadding {
  if (padding === "same" || padding === "valid") return padding;
  if (typeof padding === "number") return checkInteger(fn, name, padding, { min: 0 });
  if (!Array.isArray(padding) || padding.length !== 2) {
    const forms = `an integer >= 0, [before, after], "same" or "valid"`;
    return refuseKind(fn, name, `be ${forms}`, padding);
  }
  return checkPair(fn, name, padding, 0);
}

/** Cells that a kernel of `k` cells spans when its cells stand `d` apart. */
export function effectiveSize(k: number, d: number): number {
  return (k - 1) * d + 1;
}

/** Padding before and after an axis; `"same"` needs the input size. */
export function resolvePadding(
  padding: AxisPadding,
  { i, k, s, d }: { i: number; k: number; s: number; d: number },
): BeforeAfter {
  if (padding === "valid") return [0, 0];
  if (typeof padding === "number") return [padding, padding];
  if (padding !== "same") return padding;
  const total = Math.max(0, (Math.ceil(i / s) - 1) * s + effectiveSize(k, d) - i);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/** Resolves one axis, the output size by the floor rule; the numbers are checked already. */
export function resolveAxis(
  fn: string,
  names: AxisNames,
  { i, k, s, d, p }: { i: number; k: number; s: number; d: number; p: AxisPadding },
): Axis {
  const [before, after] = resolvePadding(p, { i, k, s, d });
  const span = effectiveSize(k, d);
  const padded = i + before + after;
  if (span > padded) {
    const values = [`${names.i}=${i}`, `${names.p}=${typeof p === "number" ? p : describe(p)}`];
    values.push(`${names.k}=${k}`, `${names.d}=${d}`);
    throw new RangeError(
      `${fn}: kernel of effective size ${span} does not fit in padded input of size ${padded} (${values.join(", ")})`,
    );
  }
  return { i, k, s, d, before, after, o: Math.floor((padded - span) / s) + 1 };
}

/**
 * Resolves one axis of a pooling window whose last places may hang over the end.
 *
 * A window that would begin in the padding after the input is dropped, as in PyTorch.
 */
export function resolveCeilAxis(
  fn: string,
  names: AxisNames,
  { i, k, s, d, p }: { i: number; k: number; s: number; d: number; p: AxisPadding },
): Axis {
  const [before, after] = resolvePadding(p, { i, k, s, d });
  const overhang = s - 1;
  const room = i + before + after + overhang - effectiveSize(k, d);
  if (room < 0) return resolveAxis(fn, names, { i, k, s, d, p }); // says that the kernel does not fit
  const o = Math.floor(room / s) + 1;
  return { i, k, s, d, before, after, o: (o - 1) * s >= i + before ? o - 1 : o };
}

/** The spatial arguments of a layer as a caller gives them. */
export interface Window {
  i: unknown;
  k: unknown;
  s?: unknown;
  p?: unknown;
  d?: unknown;
}

/** Checks and resolves both axes of a plane, rows first. */
export function resolvePlane(
  fn: string,
  names: AxisNames,
  window: Window,
  resolve = resolveAxis,
): [Axis, Axis] {
  const i = checkPair(fn, names.i, window.i, 1);
  const k = checkPair(fn, names.k, window.k, 1);
  const s = checkPair(fn, names.s, window.s ?? 1, 1);
  const d = checkPair(fn, names.d, window.d ?? 1, 1);
  const p = splitPadding(fn, names.p, window.p ?? 0);
  const axis = (a: 0 | 1) => resolve(fn, names, { i: i[a], k: k[a], s: s[a], d: d[a], p: p[a] });
  return [axis(0), axis(1)];
}

/** Refuses a value that leaves the integers a double holds exactly. */
export function checkCount(fn: string, name: string, value: number): number {
  if (!Number.isSafeInteger(value)) refuseValue(fn, name, "stay below 2^53", value);
  return value;
}
