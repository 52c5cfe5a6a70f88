import type { Annotation, Axis, GridTrace, Layout, Position, Trace } from "../spec/plotly.js";
import type { Span } from "./scale.js";
import { gridPlaces } from "./gridPlaces.js";
import type { Tick } from "./ticks.js";
import type { Box } from "./words.js";

/** A pair of axes with its traces, before it has a place. */
export interface Pair {
  /** Names of the axes as traces use them: `x`, `y2`. */
  x: string;
  y: string;
  xAxis: Axis;
  yAxis: Axis;
  traces: { trace: Trace; index: number }[];
}

/** A pair of axes in its place. */
export interface Panel extends Pair {
  box: Box;
  xSpan: Span;
  ySpan: Span;
  xTicks: Tick[];
  yTicks: Tick[];
  /** Id under which lines are cut at the edge of the box. */
  clip: string;
  /** Top of what stands above the box: where a heading may begin. */
  ceiling: number;
  /** Position to pixel. */
  px(value: Position): number;
  py(value: Position): number;
}

/** Key of an axis in the layout: `x2` stands at `xaxis2`. */
export function axisKey(name: string): string {
  return name.replace(/^([xy])(\d*)$/, "$1axis$2");
}

/** The pairs of axes of a figure in the order in which the traces name them. */
export function pairsOf(data: readonly Trace[], layout: Layout): Pair[] {
  const pairs: Pair[] = [];
  const pair = (x: string, y: string): Pair => {
    const found = pairs.find((one) => one.x === x && one.y === y);
    if (found) return found;
    const made = { x, y, xAxis: axisOf(layout, x), yAxis: axisOf(layout, y), traces: [] };
    pairs.push(made);
    return made;
  };
  data.forEach((trace, index) => {
    if (trace.type === "surface" || trace.type === "scatter3d") {
      const scene = pair("x", "y");
      scene.xAxis = { ...layout.scene?.xaxis };
      scene.yAxis = { ...layout.scene?.yaxis };
      scene.traces.push({ trace, index });
    } else pair(trace.xaxis ?? "x", trace.yaxis ?? "y").traces.push({ trace, index });
  });
  if (!pairs.length) pair("x", "y");
  for (const one of pairs) {
    for (const side of ["x", "y"] as const) {
      const key = `${side}Axis` as const;
      one[key] = cellMarks(one[key], one, side);
    }
  }
  return pairs;
}

/** Cells are marked in their middle: where an axis says nothing else, its marks are the places of the cells. */
function cellMarks(axis: Axis, { traces }: Pair, side: "x" | "y"): Axis {
  const grid = traces.find(({ trace }) => trace.type === "heatmap")?.trace as GridTrace | undefined;
  if (!grid || axis.tickvals || axis.type === "log") return axis;
  const places = gridPlaces(grid, side);
  const numeric = places.every((place) => typeof place === "number");
  return numeric && places.length <= 16 ? { ...axis, tickvals: places } : axis;
}

function axisOf(layout: Layout, name: string): Axis {
  return (layout[axisKey(name)] as Axis | undefined) ?? {};
}

/** Words of an axis title. */
export function titleOf({ title }: Axis): string {
  return typeof title === "string" ? title : (title?.text ?? "");
}

/** Whether an annotation is the heading of a panel: it stands on the panel's upper edge. */
export function isHeading(annotation: Annotation, pair: Pair): boolean {
  return (
    annotation.yref === `${pair.y} domain` &&
    Number(annotation.y) >= 1 &&
    annotation.yanchor === "bottom"
  );
}

/** The domain of an axis along its direction, in shares of the picture. */
export function domainOf(axis: Axis): [number, number] {
  return axis.domain ?? [0, 1];
}
