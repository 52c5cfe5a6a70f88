import { checkKeys, refuseKind, refuseValue } from "../../num/check.js";
import { type AxisSpec, axis, type ChartWords, plain, words } from "./charts.js";
import { ink, inkScale, lineScale, paper } from "../spec/colours.js";
import { type Figure, figure } from "./figure.js";
import type { GridTrace, Layout, Position, Trace } from "../spec/plotly.js";
import { type Grid, gridOf, texts } from "./gridValues.js";

/** A picture of a matrix, its first row on top. */
export interface HeatmapSpec extends ChartWords {
  z: Grid;
  /** Labels of the columns and of the rows. */
  columns?: readonly Position[];
  rows?: readonly Position[];
  x?: string;
  y?: string;
  /** Whether each cell shows its value, or with how many decimals; by default up to 64 cells do. */
  values?: boolean | number;
  /** Values drawn as paper and as ink; by default the smallest and the largest. */
  range?: readonly [number, number];
}

/**
 * A matrix as squares, darker where the value is larger.
 *
 * @throws TypeError or RangeError that names the entry which cannot be drawn
 */
export function heatmap(spec: HeatmapSpec): Figure {
  checkKeys("heatmap", "spec", spec, [
    ...["title", "description", "summary", "height", "z", "columns", "rows", "x", "y"],
    ...["values", "range"],
  ]);
  const z = gridOf("heatmap", spec.z);
  const { columns, rows, range } = spec;
  const values = spec.values ?? z.length * z[0].length <= 64;
  const trace: GridTrace = {
    type: "heatmap",
    z,
    ...(columns && { x: [...columns] }),
    ...(rows && { y: [...rows] }),
    colorscale: inkScale,
    ...(range && { zmin: range[0], zmax: range[1] }),
    showscale: false,
    xgap: 1,
    ygap: 1,
    ...(values !== false && { text: texts(z, values), texttemplate: "%{text}" }),
  };
  const bare = { showgrid: false, zeroline: false };
  const layout: Layout = {
    ...plain(spec.height ?? 300),
    xaxis: {
      ...bare,
      title: { text: spec.x ?? "" },
      showticklabels: Boolean(columns),
      constrain: "domain",
    },
    yaxis: {
      ...bare,
      title: { text: spec.y ?? "" },
      showticklabels: Boolean(rows),
      autorange: "reversed",
      scaleanchor: "x",
      constrain: "domain",
    },
  };
  const axes = [spec.x ?? "", spec.y ?? ""];
  const size = `${z.length} × ${z[0].length} cells`;
  return figure({ ...words(spec, axes, [size]), data: [trace], layout });
}

/** A function of two variables, as its values on a grid. */
export interface SurfaceSpec extends ChartWords {
  x: AxisSpec;
  y: AxisSpec;
  xs: readonly number[];
  ys: readonly number[];
  /** The value at x and y, or rows of values, one for each y. */
  z: ((x: number, y: number) => number) | Grid;
  /** What the height means. */
  zTitle?: string;
  /** Heights at which a line is drawn, evenly spaced: from, to, step. */
  levels?: readonly [number, number, number];
  /** A point of the surface to be marked, as a rule its maximum. */
  mark?: { x: number; y: number; label?: string };
}

/**
 * A surface, to be turned by hand in a notebook and seen from above, as its contour lines, in print.
 *
 * @throws TypeError or RangeError that names the entry which cannot be drawn
 */
export function surface(spec: SurfaceSpec): Figure {
  checkSurface("surface", spec);
  const z = heights("surface", spec);
  const [start, end, size] = spec.levels ?? [];
  const data: Trace[] = [
    {
      type: "surface",
      x: [...spec.xs],
      y: [...spec.ys],
      z,
      colorscale: lineScale,
      showscale: false,
      contours: { z: { show: true, ...(size !== undefined && { start, end, size }) } },
    },
  ];
  const { mark } = spec;
  if (mark) {
    data.push({
      type: "scatter3d",
      mode: "markers+text",
      x: [mark.x],
      y: [mark.y],
      z: [markHeight(spec, z, mark)],
      text: [mark.label ?? ""],
      marker: { color: ink, size: 5 },
    });
  }
  const layout: Layout = {
    ...plain(spec.height ?? 360),
    scene: {
      xaxis: axis("surface", "x", spec.x),
      yaxis: axis("surface", "y", spec.y),
      zaxis: { title: { text: spec.zTitle ?? "" } },
    },
  };
  return figure({ ...words(spec, titles(spec), [spec.zTitle ?? ""]), data, layout });
}

/**
 * A function of two variables as lines of equal height.
 *
 * @throws TypeError or RangeError that names the entry which cannot be drawn
 */
export function contour(spec: SurfaceSpec): Figure {
  checkSurface("contour", spec);
  const [start, end, size] = spec.levels ?? [];
  const data: Trace[] = [
    {
      type: "contour",
      x: [...spec.xs],
      y: [...spec.ys],
      z: heights("contour", spec),
      colorscale: lineScale,
      showscale: false,
      contours: {
        coloring: "fill",
        showlabels: true,
        ...(size !== undefined && { start, end, size }),
      },
    },
  ];
  const { mark } = spec;
  if (mark) {
    data.push({
      type: "scatter",
      mode: "markers+text",
      x: [mark.x],
      y: [mark.y],
      text: [mark.label ?? ""],
      textposition: "top center",
      marker: { color: ink, size: 9, line: { color: paper, width: 2 } },
    });
  }
  const layout: Layout = {
    ...plain(spec.height ?? 360),
    xaxis: axis("contour", "x", spec.x),
    yaxis: axis("contour", "y", spec.y),
  };
  return figure({ ...words(spec, titles(spec), [spec.zTitle ?? ""]), data, layout });
}

function titles({ x, y }: SurfaceSpec): string[] {
  return [x, y].map((one) => (typeof one === "string" ? one : one.title));
}

function checkSurface(fn: string, spec: SurfaceSpec): void {
  checkKeys(fn, "spec", spec, [
    ...["title", "description", "summary", "height", "x", "y", "xs", "ys", "z"],
    ...["zTitle", "levels", "mark"],
  ]);
  for (const name of ["xs", "ys"] as const) {
    if (!Array.isArray(spec[name])) refuseKind(fn, name, "be an array of numbers", spec[name]);
    if (spec[name].length < 2) refuseValue(fn, name, "have at least 2 entries", spec[name].length);
  }
}

function heights(fn: string, { xs, ys, z }: SurfaceSpec): number[][] {
  if (typeof z !== "function") return gridOf(fn, z);
  return ys.map((y) => xs.map((x) => z(x, y)));
}

/** The height of the mark: exact if the surface is a function, else that of the nearest place. */
function markHeight(spec: SurfaceSpec, z: number[][], { x, y }: { x: number; y: number }): number {
  if (typeof spec.z === "function") return spec.z(x, y);
  const nearest = (values: readonly number[], to: number) =>
    values.reduce(
      (best, one, i) => (Math.abs(one - to) < Math.abs(values[best] - to) ? i : best),
      0,
    );
  return z[nearest(spec.ys, y)][nearest(spec.xs, x)];
}
