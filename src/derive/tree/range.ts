import { constantValue, rationalOne } from "./constants.js";
import { type Expr, negate, number, sumOf } from "./expression.js";

/** A name bound by a sum, product or integral, and its range; without limits it is any value. */
export interface Scope {
  name: string;
  lower?: Expr;
  upper?: Expr;
  /** Whether it is an index, and no variable of an integral. */
  integer: boolean;
}

/**
 * A sum or product runs over the integers from one bound to the other. From n to n - 1 it is empty; one that runs
 * further back than that has no value here, though closed forms go on there.
 */
export const isBackwards = (from: bigint, to: bigint): boolean => to < from - 1n;

/** How many terms a sum or product has: what must be a whole number that is not negative. */
export function termCount(lower: Expr, upper: Expr): Expr {
  const plain = constantValue(lower);
  return plain?.equals(rationalOne) ? upper : sumOf(upper, negate(lower), number(1n));
}
