import { GaveUp } from "./errors.js";
import { type Expr, parts } from "./expression.js";

/** Parts of a tree: a normal form visits each, and at a point each is a step; a page of formulas has some thousand. */
const mostParts = 150_000;
const sizes = new WeakMap<Expr, number>();

/** Number of parts of a tree; parts that stand in several places are counted in each, but visited once. */
function sizeOf(expr: Expr): number {
  const known = sizes.get(expr);
  if (known !== undefined) return known;
  let size = 1;
  for (const part of parts(expr)) size += sizeOf(part);
  sizes.set(expr, size);
  return size;
}

/**
 * The expression itself, if it is not longer than what is worth deciding: definitions of definitions double with each
 * one.
 *
 * @throws GaveUp if it is
 */
export function bounded(expr: Expr): Expr {
  const size = sizeOf(expr);
  if (size <= mostParts) return expr;
  // A size that doubled with each definition is no number to read.
  const words = size > 1e9 ? "more than 10^9" : `${size}`;
  throw new GaveUp(`an expression that its definitions unfold to ${words} parts`);
}

/** Refuses a product of lists with more entries than are worth writing out. */
export function boundedEntries(what: string, count: number): void {
  if (count > mostParts) throw new GaveUp(`${what} of ${count} products`);
}
