import { checkFinite, refuseKind } from "./check.js";

/**
 * Sum of doubles with a running compensation, so that its error does not grow with their count.
 *
 * @source Neumaier (1974), the improved Kahan-Babuska summation
 * @returns 0 for no values; infinite where a partial sum is beyond the largest double
 * @throws TypeError or RangeError that names the value which is no finite number
 */
export function sum(values: ArrayLike<number>): number {
  if (typeof values !== "object" || typeof values?.length !== "number") {
    refuseKind("sum", "values", "be an array of numbers", values);
  }
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) checkFinite("sum", `values[${i}]`, value);
    const next = total + value;
    if (!Number.isFinite(next)) return next;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
