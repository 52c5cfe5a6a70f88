import type { GridTrace, Position } from "../spec/plotly.js";

/** Places of the columns or rows of a grid. */
export function gridPlaces({ z, x, y }: GridTrace, side: "x" | "y"): Position[] {
  const given = side === "x" ? x : y;
  const count = side === "x" ? z[0].length : z.length;
  return given ?? Array.from({ length: count }, (_, i) => i);
}
