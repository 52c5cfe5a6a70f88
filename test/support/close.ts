import * as assert from "uvu/assert";

/** Largest difference over the largest expected value: the measure in which reference outputs are compared. */
export function relativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  assert.is(actual.length, expected.length, "as many entries as expected");
  let difference = 0;
  let scale = 1e-300;
  for (let i = 0; i < expected.length; i++) {
    difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return Number.isNaN(difference) ? Infinity : difference / scale;
}

/** Fails unless the relative difference is at most `tolerance`. */
export function assertClose(
  actual: number | ArrayLike<number>,
  expected: number | ArrayLike<number>,
  tolerance: number,
  what = "value",
): void {
  const [left, right] = [actual, expected].map((side) =>
    typeof side === "number" ? [side] : side,
  );
  const difference = relativeDifference(left, right);
  assert.ok(
    difference <= tolerance,
    `${what}: relative difference ${difference}, allowed ${tolerance}`,
  );
}
