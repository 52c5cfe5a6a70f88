import { refuseKind, refuseValue } from "../num/index.js";

/** The part of Plotly's trace that is drawn here. */
export interface Trace {
  type?: "scatter" | "bar" | "heatmap" | "contour" | "surface";
  x?: (number | string)[];
  y?: (number | string)[];
  z?: number[][];
  mode?: string;
  name?: string;
  text?: string[];
  xaxis?: string;
  yaxis?: string;
  line?: { dash?: string; width?: number };
  marker?: { symbol?: string; size?: number };
  textposition?: string;
  showscale?: boolean;
  [other: string]: unknown;
}

export interface Axis {
  title?: { text: string };
  type?: "linear" | "log" | "category";
  /** In log axes powers of ten, as in Plotly. */
  range?: [number, number];
  domain?: [number, number];
  tickvals?: number[];
  ticktext?: string[];
  autorange?: boolean | "reversed";
  visible?: boolean;
  scaleanchor?: string;
  [other: string]: unknown;
}

export interface Shape {
  type: "rect" | "line" | "circle";
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  fillcolor?: string;
  line?: { dash?: string };
  /** Which of the drawing's inks fills it; the page's colours follow it. */
  name?: "answer" | "paper" | "sunk" | "none";
}

export interface Annotation {
  x: number;
  y: number;
  text: string;
  showarrow?: boolean;
  xanchor?: "left" | "center" | "right";
}

export interface Layout {
  xaxis?: Axis;
  yaxis?: Axis;
  shapes?: Shape[];
  annotations?: Annotation[];
  width?: number;
  height?: number;
  [other: string]: unknown;
}

const types = ["scatter", "bar", "heatmap", "contour", "surface"];

/** Refuses what cannot be drawn: unknown traces, unequal lengths, values that are not finite. */
export function checkTraces(data: Trace[]): void {
  if (!Array.isArray(data)) refuseKind("figure", "data", "be an array of traces", data);
  data.forEach((trace, i) => {
    const at = `data[${i}]`;
    const type = trace.type ?? "scatter";
    if (!types.includes(type))
      refuseValue("figure", `${at}.type`, `be one of ${types.join(", ")}`, type);
    for (const key of ["x", "y"] as const) {
      trace[key]?.forEach((value, j) => {
        if (typeof value === "number" && !Number.isFinite(value)) {
          refuseValue("figure", `${at}.${key}[${j}]`, "be finite", value);
        }
      });
    }
    if (type === "scatter" || type === "bar") {
      if (!trace.x || !trace.y || trace.x.length !== trace.y.length) {
        refuseValue(
          "figure",
          `${at}.y`,
          `be as long as x (${trace.x?.length ?? 0})`,
          trace.y?.length ?? 0,
        );
      }
    } else {
      const width = trace.z?.[0]?.length ?? 0;
      if (!width) refuseKind("figure", `${at}.z`, "be rows of numbers", trace.z);
      trace.z?.forEach((row, j) => {
        if (row.length !== width)
          refuseValue("figure", `${at}.z[${j}]`, `have ${width} entries`, row.length);
        const bad = row.find((value) => !Number.isFinite(value));
        if (bad !== undefined) refuseValue("figure", `${at}.z[${j}]`, "be finite", bad);
      });
    }
  });
}
