import type { Axis } from "../conv/spatial.js";

/** The outputs lo ... hi - 1 whose window has its cell `tap` inside the input, not in the padding. */
export function coveredOutputs({ i, s, d, before, o }: Axis, tap: number): [number, number] {
  const offset = tap * d - before; // output y reads input cell y s + offset
  const lo = Math.max(0, Math.ceil(-offset / s));
  const hi = Math.min(o, Math.floor((i - 1 - offset) / s) + 1);
  return [lo, Math.max(lo, hi)];
}
