import { checkBoolean, refuseValue } from "../num/check.js";
import {
  type Axis,
  checkPair,
  layerNames,
  type Padding,
  type Pair,
  resolveAxis,
  resolveCeilAxis,
  resolvePlane,
} from "./spatial.js";

/** A pooling window in PyTorch's words. */
export interface PoolWindow {
  kernelSize: Pair;
  /** The kernel's size unless given. */
  stride?: Pair;
  /** At most half the kernel on each side, `"same"` excepted; 0 unless given. */
  padding?: Padding;
  /** 1, which means none, unless given. */
  dilation?: Pair;
  /** Whether the last window may hang over the end; false unless given. */
  ceilMode?: boolean;
}

/** Checks a pooling window and resolves both its axes, rows first. */
export function poolPlane(
  fn: string,
  inputSize: readonly [number, number],
  window: PoolWindow,
): [Axis, Axis] {
  const { kernelSize, ceilMode = false } = window;
  checkBoolean(fn, "ceilMode", ceilMode);
  const kernel = checkPair(fn, "kernelSize", kernelSize, 1);
  const axes = resolvePlane(
    fn,
    layerNames,
    {
      i: inputSize,
      k: kernel,
      s: window.stride ?? kernel,
      p: window.padding,
      d: window.dilation,
    },
    ceilMode ? resolveCeilAxis : resolveAxis,
  );
  for (const { k, before, after } of axes) {
    const most = Math.floor(k / 2);
    const padding = Math.max(before, after);
    if (window.padding !== "same" && padding > most) {
      refuseValue(fn, "padding", `be at most ${most}, half the kernel`, padding);
    }
  }
  return axes;
}
