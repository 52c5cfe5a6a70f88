/**
 * Sum of doubles with a running compensation, so that its error does not grow with their count.
 *
 * @source Neumaier (1974), the improved Kahan-Babuska summation
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const next = total + values[i];
    lost +=
      Math.abs(total) >= Math.abs(values[i]) ? total - next + values[i] : values[i] - next + total;
    total = next;
  }
  return total + lost;
}
