import { DerivationError } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";

/** A list of expressions: a vector, a matrix as a list of rows, or a deeper array. */
export type List = Expr & { kind: "list" };

export const isList = (expr: Expr): expr is List => expr.kind === "list";
export const list = (items: Expr[]): List => ({ kind: "list", items });

/** Lengths of a list along its axes, `[2, 3]` for 2 rows of 3. @throws DerivationError if rows differ in length */
export function shapeOf(expr: Expr): number[] {
  if (!isList(expr)) return [];
  const inner = expr.items.map(shapeOf);
  const [first = []] = inner;
  if (inner.some((shape) => shape.join() !== first.join())) {
    throw new DerivationError(
      `a list must have rows of one length, got ${inner.map(shapeText).join(", ")}`,
    );
  }
  return [expr.items.length, ...first];
}

/** `2 x 3`; a single expression has no size. */
export const shapeText = (shape: number[]): string => shape.join(" x ") || "a single value";

/** The entries in row-major order. */
export function entriesOf(expr: Expr): Expr[] {
  return isList(expr) ? expr.items.flatMap(entriesOf) : [expr];
}

/** Entries in row-major order as a list of a shape. */
export function shaped(entries: Expr[], shape: number[]): Expr {
  if (shape.length === 0) return entries[0];
  const step = entries.length / shape[0];
  return list(
    Array.from({ length: shape[0] }, (_, i) =>
      shaped(entries.slice(i * step, (i + 1) * step), shape.slice(1)),
    ),
  );
}

/** The indices of every entry, from 1, in row-major order. */
export function placesOf(shape: number[]): number[][] {
  return shape.reduce<number[][]>(
    (places, length) =>
      places.flatMap((place) => Array.from({ length }, (_, i) => [...place, i + 1])),
    [[]],
  );
}

/** A list with every entry changed. */
export function mapEntries(expr: Expr, change: (entry: Expr) => Expr): Expr {
  return isList(expr) ? list(expr.items.map((item) => mapEntries(item, change))) : change(expr);
}
