import { checkKeys, refuseKind, refuseValue } from "./check.js";
import type { TensorLike } from "./tensor.js";

/** Some thousand roundings of a double, as long sums have them. */
const usualRtol = 1e-12;

/** How far two numbers may differ: `|a - b| <= atol + rtol * max(|a|, |b|)`. */
export interface Tolerance {
  /** Relative part, >= 0. */
  rtol?: number;
  /** Absolute part, >= 0. */
  atol?: number;
}

/**
 * Whether two numbers, lists or tensors agree within a tolerance.
 *
 *     |a - b| <= atol + rtol * max(|a|, |b|), entry by entry
 *
 * NaN agrees with nothing; an infinity agrees with itself alone.
 *
 * @param tolerance `rtol` is 1e-12 unless given, some thousand roundings of a double; `atol` is 0
 * @throws RangeError if a tolerance is negative; TypeError if one side is a number and the other a list
 */
export function isClose(
  a: number | ArrayLike<number> | TensorLike,
  b: number | ArrayLike<number> | TensorLike,
  tolerance: Tolerance = {},
): boolean {
  checkKeys("isClose", "tolerance", tolerance, ["rtol", "atol"]);
  const rtol = checkTolerance("rtol", tolerance.rtol ?? usualRtol);
  const atol = checkTolerance("atol", tolerance.atol ?? 0);
  if (typeof a === "number" && typeof b === "number") return near(a, b, rtol, atol);
  const left = entries("a", a);
  const right = entries("b", b);
  if (!sameShape(a, b) || left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) {
    if (!near(left[index], right[index], rtol, atol)) return false;
  }
  return true;
}

function near(a: number, b: number, rtol: number, atol: number): boolean {
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= atol + rtol * Math.max(Math.abs(a), Math.abs(b));
}

function entries(name: string, value: number | ArrayLike<number> | TensorLike): ArrayLike<number> {
  if (typeof value === "object" && value !== null) {
    if ("data" in value) return value.data;
    if (typeof value.length === "number") return value;
  }
  return refuseKind("isClose", name, "be a list or a tensor, as the other side is", value);
}

function sameShape(a: unknown, b: unknown): boolean {
  const [left, right] = [a, b].map((side) => (side as TensorLike).shape?.join());
  return left === undefined || right === undefined || left === right;
}

function checkTolerance(name: string, value: unknown): number {
  if (typeof value !== "number") return refuseKind("isClose", name, "be a number >= 0", value);
  if (!(value >= 0)) refuseValue("isClose", name, "be a number >= 0", value);
  return value;
}
