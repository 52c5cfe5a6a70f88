import { GaveUp } from "./errors.js";

let left = Infinity;

/**
 * Runs a part of the work within a limit, which is counted and not timed, so that it ends at the same place on every
 * machine. A part inside another has no more than that has left.
 */
export function withinWork<T>(limit: number, work: () => T): T {
  const before = left;
  const own = Math.min(limit, before);
  left = own;
  try {
    return work();
  } finally {
    left = before - (own - left);
  }
}

/**
 * Counts work, in products of two terms.
 *
 * @throws GaveUp where the limit is reached, and wherever more is asked for after that
 */
export function countWork(amount: number): void {
  left -= amount;
  if (left < 0) throw new GaveUp("the work that one claim may take");
}

/** Work that was done already, which ends nothing by itself. */
export function noteWork(amount: number): void {
  left -= amount;
}
