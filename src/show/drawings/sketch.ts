import { ink, line, paper, soft } from "../spec/colours.js";
import { type Figure, figure } from "../figures/figure.js";
import type { Annotation, Shape } from "../spec/plotly.js";

/** A drawing in pixels, the origin at its upper left: lines of one width, and words. */
export interface Sketch {
  shapes: Shape[];
  annotations: Annotation[];
}

/** Width of the one pen. */
const pen = 1.2;

export function sketch(): Sketch {
  return { shapes: [], annotations: [] };
}

/** A rectangle; paper unless it is to be filled. */
export function box(
  to: Sketch,
  x: number,
  y: number,
  width: number,
  height: number,
  fillcolor = paper,
): void {
  const stroke = { color: ink, width: pen };
  to.shapes.push({
    type: "rect",
    x0: x,
    y0: y,
    x1: x + width,
    y1: y + height,
    fillcolor,
    line: stroke,
  });
}

/** A frame without ground. */
export function frame(to: Sketch, x: number, y: number, width: number, height: number): void {
  box(to, x, y, width, height, "transparent");
}

/** A straight line; a quiet one guides the eye. */
export function stroke(
  to: Sketch,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  quiet = false,
): void {
  const look = quiet ? { color: soft, width: 0.75 } : { color: ink, width: pen };
  to.shapes.push({ type: "line", x0, y0, x1, y1, line: look });
}

/** An arrow from left to right, or wherever it leads. */
export function arrow(to: Sketch, x0: number, y0: number, x1: number, y1: number): void {
  to.annotations.push({
    ...{ text: "", x: x1, y: y1, ax: x0 - x1, ay: y0 - y1, showarrow: true },
    ...{ arrowhead: 1, arrowwidth: pen, arrowcolor: ink },
  });
}

/** Words; `side` says which of their ends stands at x. */
export function say(
  to: Sketch,
  text: string,
  x: number,
  y: number,
  options: {
    side?: "left" | "center" | "right";
    quiet?: boolean;
    color?: string;
    down?: "top" | "middle" | "bottom";
  } = {},
): void {
  const { side = "center", quiet = false, color = quiet ? soft : ink, down = "middle" } = options;
  to.annotations.push({
    text,
    x,
    y,
    showarrow: false,
    xanchor: side,
    yanchor: down,
    font: { color, size: 13 },
  });
}

/** Squares in rows, drawn as one frame with hairlines. */
export function cells(
  to: Sketch,
  x: number,
  y: number,
  columns: number,
  rows: number,
  side: number,
): void {
  box(to, x, y, columns * side, rows * side);
  const lines: string[] = [];
  for (let c = 1; c < columns; c++)
    lines.push(`M${x + c * side},${y}L${x + c * side},${y + rows * side}`);
  for (let r = 1; r < rows; r++)
    lines.push(`M${x},${y + r * side}L${x + columns * side},${y + r * side}`);
  if (!lines.length) return;
  to.shapes.push({
    type: "path",
    path: lines.join(""),
    fillcolor: "transparent",
    line: { color: line, width: 0.75 },
  });
  frame(to, x, y, columns * side, rows * side);
}

/** The one filled shape of a drawing: its answer. */
export function answer(to: Sketch, x: number, y: number, width: number, height: number): void {
  box(to, x, y, width, height, ink);
}

/** Slabs behind one another, the first in front at the lower left; gives the place of the front one. */
export function stack(
  to: Sketch,
  x: number,
  y: number,
  count: number,
  {
    columns,
    rows = columns,
    side,
    depth,
  }: { columns: number; rows?: number; side: number; depth: number },
): { x: number; y: number; right: number; bottom: number } {
  const back = count - 1;
  for (let i = back; i > 0; i--)
    box(to, x + i * depth, y + (back - i) * depth, columns * side, rows * side);
  const front = { x, y: y + back * depth };
  cells(to, front.x, front.y, columns, rows, side);
  return { ...front, right: x + back * depth + columns * side, bottom: front.y + rows * side };
}

/** Width and height of a stack. */
export function stackSize(count: number, columns: number, side: number, depth: number): number {
  return columns * side + (count - 1) * depth;
}

/** The sketch as a figure, without axes. */
export function drawing(
  { shapes, annotations }: Sketch,
  height: number,
  words: { title: string; description: string; summary: string },
): Figure {
  const width = 480;
  const bare = { visible: false, fixedrange: true };
  return figure({
    ...words,
    data: [],
    layout: {
      ...{
        width,
        height,
        paper_bgcolor: paper,
        plot_bgcolor: paper,
        font: { color: ink, size: 13 },
      },
      margin: { l: 0, r: 0, t: 0, b: 0 },
      xaxis: { ...bare, range: [0, width] },
      yaxis: { ...bare, range: [height, 0] },
      shapes,
      annotations,
    },
  });
}
