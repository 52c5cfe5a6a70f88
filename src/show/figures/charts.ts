import { checkKeys, refuseKind } from "../../num/check.js";
import { type Figure, figure } from "./figure.js";
import { ink, paper, soft } from "../spec/colours.js";
import type { Annotation, Axis, Layout, Position, Trace } from "../spec/plotly.js";

/** The words that every chart carries. */
export interface ChartWords {
  title: string;
  /** The picture in words; by default made of title, axes and names. */
  description?: string;
  /** Key numbers, a line each. */
  summary?: string | readonly string[];
  /** Height in pixels of a picture 480 wide. */
  height?: number;
}

/** An axis: its words alone, or with its kind, range and marks. */
export type AxisSpec =
  | string
  | {
      title: string;
      log?: boolean;
      /** From and to, in the units of the axis. */
      range?: readonly [number, number];
      /** Places of the marks, or places with their words. */
      ticks?: readonly number[] | readonly (readonly [number, string])[];
    };

/** A curve through points; `y` may be a function of x. */
export interface Line {
  name?: string;
  x: ArrayLike<number>;
  /** Heights, one for each x, `null` for a gap; or a function of x. */
  y: ArrayLike<number | null> | ((x: number) => number);
  dash?: "solid" | "dot" | "dash" | "dashdot";
  /** A quiet line beside the one that the figure is about. */
  quiet?: boolean;
}

/** A point with its words. */
export interface Point {
  x: number;
  y: number;
  label?: string;
  /** An open mark instead of a filled one. */
  open?: boolean;
}

/** A chart of curves and points. */
export interface LineChartSpec extends ChartWords {
  x: AxisSpec;
  y: AxisSpec;
  lines?: readonly Line[];
  points?: readonly Point[];
  /** Straight lines across the whole picture, at an x or a y. */
  guides?: readonly { x?: number; y?: number; label?: string }[];
}

/**
 * Curves with their names beside them, and points with their words.
 *
 * @throws TypeError or RangeError that names the entry which cannot be drawn
 */
export function lineChart(spec: LineChartSpec): Figure {
  checkKeys("lineChart", "spec", spec, [
    ...["title", "description", "summary", "height", "x", "y", "lines", "points", "guides"],
  ]);
  const { lines = [], points = [], guides = [] } = spec;
  const data: Trace[] = lines.map(({ name, x, y, dash, quiet }): Trace => {
    const xs = Array.from(x);
    const ys = typeof y === "function" ? xs.map(y) : Array.from(y);
    const line = { color: quiet ? soft : ink, width: quiet ? 1.25 : 1.75, ...(dash && { dash }) };
    return { type: "scatter", mode: "lines", ...(name && { name }), x: xs, y: ys, line };
  });
  for (const open of [false, true]) {
    const some = points.filter((point) => Boolean(point.open) === open);
    if (!some.length) continue;
    data.push({
      type: "scatter",
      mode: "markers+text",
      showlegend: false,
      x: some.map(({ x }) => x),
      y: some.map(({ y }) => y),
      text: some.map(({ label = "" }) => label),
      textposition: "top center",
      marker: { color: ink, size: 9, symbol: open ? "circle-open" : "circle" },
    });
  }
  const layout: Layout = {
    ...plain(spec.height ?? 300),
    xaxis: axis("lineChart", "x", spec.x),
    yaxis: axis("lineChart", "y", spec.y),
    ...guideLayout(guides),
  };
  const named = lines.flatMap(({ name }) => (name ? [name] : []));
  return figure({ ...words(spec, [axisTitle(spec.x), axisTitle(spec.y)], named), data, layout });
}

function guideLayout(guides: NonNullable<LineChartSpec["guides"]>): Partial<Layout> {
  if (!guides.length) return {};
  const line = { color: soft, width: 1, dash: "dot" as const };
  return {
    shapes: guides.map(({ x, y }) =>
      x === undefined
        ? { type: "line", xref: "paper", x0: 0, x1: 1, y0: y, y1: y, line }
        : { type: "line", yref: "paper", x0: x, x1: x, y0: 0, y1: 1, line },
    ),
    annotations: guides.flatMap(({ x, y, label }): Annotation[] => {
      if (!label) return [];
      const text = { text: label, showarrow: false, font: { color: soft } };
      return x === undefined
        ? [{ ...text, xref: "paper", x: 1, y: y as number, xanchor: "right", yanchor: "bottom" }]
        : [{ ...text, x, yref: "paper", y: 1, xanchor: "left", yanchor: "top", xshift: 4 }];
    }),
  };
}

/** Bars, one for each label; several sets stand side by side. */
export interface BarChartSpec extends ChartWords {
  x: AxisSpec;
  y: AxisSpec;
  labels: readonly Position[];
  /** The heights, or named sets of them. */
  values: readonly number[] | Readonly<Record<string, readonly number[]>>;
  /** Words over the bars, for one set. */
  text?: readonly string[];
}

/**
 * A bar for each label, from zero.
 *
 * @throws TypeError or RangeError that names the entry which cannot be drawn
 */
export function barChart(spec: BarChartSpec): Figure {
  checkKeys("barChart", "spec", spec, [
    ...["title", "description", "summary", "height", "x", "y", "labels", "values", "text"],
  ]);
  const sets = Array.isArray(spec.values) ? { "": spec.values } : spec.values;
  const fills = [ink, paper, soft];
  const names = Object.keys(sets);
  const data: Trace[] = Object.entries(sets).map(([name, values], i) => ({
    type: "bar",
    ...(name && { name }),
    x: [...spec.labels],
    y: [...(values as readonly number[])],
    ...(spec.text && { text: [...spec.text], textposition: "outside" }),
    marker: { color: fills[i % 3], line: { color: ink, width: 1.2 } },
  }));
  const x = axis("barChart", "x", spec.x);
  const category = spec.labels.some((label) => typeof label === "string");
  const layout: Layout = {
    ...plain(spec.height ?? 300),
    xaxis: category ? { ...x, type: "category" } : x,
    yaxis: axis("barChart", "y", spec.y),
    barmode: "group",
    bargap: 0.35,
  };
  return figure({ ...words(spec, [axisTitle(spec.x), axisTitle(spec.y)], names), data, layout });
}

/** Title, description and key numbers; the description is made of the chart's own words if none is given. */
export function words(spec: ChartWords, axes: readonly string[], names: readonly string[]) {
  const { title, summary } = spec;
  const named = names.filter(Boolean);
  const made = `${axes.filter(Boolean).reverse().join(" against ")}${named.length ? `: ${named.join("; ")}` : ""}.`;
  return {
    title,
    description: spec.description ?? made,
    ...(summary !== undefined && { summary }),
  };
}

/** What the layouts of all charts have in common. */
export function plain(height: number): Layout {
  return {
    width: 480,
    height,
    paper_bgcolor: paper,
    plot_bgcolor: paper,
    font: { color: ink, size: 13 },
  };
}

function axisTitle(spec: AxisSpec): string {
  return typeof spec === "string" ? spec : (spec?.title ?? "");
}

/** An axis in Plotly's words. */
export function axis(fn: string, name: string, spec: AxisSpec): Axis {
  if (typeof spec === "string") return { title: { text: spec }, showgrid: false, zeroline: false };
  checkKeys(fn, name, spec, ["title", "log", "range", "ticks"]);
  const { title, log, range, ticks } = spec;
  if (typeof title !== "string") refuseKind(fn, `${name}.title`, "be a string", title);
  const at = (value: number) => (log ? Math.log10(value) : value);
  return {
    title: { text: title },
    showgrid: false,
    zeroline: false,
    ...(log && { type: "log" as const }),
    ...(range && { range: [at(range[0]), at(range[1])] as [number, number] }),
    ...(ticks && {
      tickvals: ticks.map((tick) => (typeof tick === "number" ? tick : tick[0])),
      ticktext: ticks.map((tick) => (typeof tick === "number" ? String(tick) : tick[1])),
    }),
  };
}
