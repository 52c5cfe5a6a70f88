import { DerivationError } from "../tree/errors.js";
import { placesOf } from "./list.js";

/** Entries have names of two digits, one for the row and one for the column. */
const longest = 9;

/**
 * The hypotheses of a named argmax and sign pattern before relu and max-pooling: in each window the winner is above 0
 * and above the others, or everything is below 0.
 *
 *     poolPattern("Z", [4, 4], 2, ["Z11", "Z14", "Z32", "off"])
 *
 * @param name the matrix before relu; its entries are named as `symbols` and `define` name them
 * @param shape its height and width, from 1 to 9, multiples of the window
 * @param window the window's side, >= 1
 * @param winners for each window, row by row, the winner's name, or `off` where relu turns all entries off
 * @returns assumptions for a derivation
 * @throws DerivationError if a winner does not lie in its window, or the sizes do not fit
 */
export function poolPattern(
  name: string,
  shape: readonly [number, number],
  window: number,
  winners: readonly string[],
): string[] {
  const [rows, columns] = shape;
  const fits = (length: number) => Number.isInteger(length) && length >= 1 && length <= longest;
  if (![rows, columns, window].every(fits) || rows % window || columns % window) {
    throw new DerivationError(
      `poolPattern: windows of ${window} must cover the matrix of 1 to 9 by 1 to 9, got ${rows} x ${columns}`,
    );
  }
  const windows = placesOf([rows / window, columns / window]);
  if (winners.length !== windows.length) {
    throw new DerivationError(
      `poolPattern: winners must name one entry for each of the ${windows.length} windows, got ${winners.length}`,
    );
  }
  return windows.flatMap(([i, j], at) => {
    const entries = placesOf([window, window]).map(
      ([a, b]) => `${name}${(i - 1) * window + a}${(j - 1) * window + b}`,
    );
    const winner = winners[at];
    if (winner === "off") return entries.map((entry) => `${entry} < 0`);
    if (!entries.includes(winner)) {
      throw new DerivationError(
        `poolPattern: winner ${at + 1} must be one of ${entries.join(", ")} or off, got ${winner}`,
      );
    }
    const others = entries.filter((entry) => entry !== winner);
    return [`${winner} > 0`, ...others.map((entry) => `${winner} > ${entry}`)];
  });
}
