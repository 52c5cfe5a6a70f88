/** A position on an axis: a number, or the name of a category. */
export type Position = number | string;

/** Line of a trace or a shape. */
export interface Stroke {
  color?: string;
  width?: number;
  dash?: "solid" | "dot" | "dash" | "dashdot";
}

/** Marker of a scatter trace, or fill of a bar trace. */
export interface Marker {
  color?: string;
  size?: number;
  symbol?: "circle" | "circle-open" | "square" | "square-open" | "x" | "diamond";
  opacity?: number;
  line?: Stroke;
}

/** Colours along 0 … 1, or one of the two names that are drawn. */
export type Colorscale = [number, string][] | "Greys" | "Viridis";

/** What a trace of any type may hold. */
export interface TraceBase {
  name?: string;
  showlegend?: boolean;
  hoverinfo?: string;
  hovertemplate?: string;
  opacity?: number;
  xaxis?: string;
  yaxis?: string;
}

export interface ScatterTrace extends TraceBase {
  type: "scatter";
  x: Position[];
  /** `null` breaks the line. */
  y: (Position | null)[];
  mode?: "lines" | "markers" | "lines+markers" | "text" | "markers+text" | "lines+text";
  text?: string | string[];
  textposition?: string;
  line?: Stroke & { shape?: "linear" | "hv" | "spline" };
  marker?: Marker;
  fill?: "none" | "tozeroy";
  fillcolor?: string;
}

export interface BarTrace extends TraceBase {
  type: "bar";
  x: Position[];
  y: Position[];
  orientation?: "v" | "h";
  text?: string | string[];
  textposition?: string;
  marker?: Marker;
  width?: number;
}

export interface GridTrace extends TraceBase {
  type: "heatmap" | "contour" | "surface";
  /** One row for each y, the first at the bottom unless the axis is reversed. */
  z: (number | null)[][];
  x?: Position[];
  y?: Position[];
  colorscale?: Colorscale;
  reversescale?: boolean;
  showscale?: boolean;
  zmin?: number;
  zmax?: number;
  cmin?: number;
  cmax?: number;
  text?: string[][];
  texttemplate?: string;
  colorbar?: { title?: { text: string }; tickformat?: string };
  contours?: {
    start?: number;
    end?: number;
    size?: number;
    coloring?: "fill" | "lines" | "none";
    showlabels?: boolean;
    z?: { show?: boolean; start?: number; end?: number; size?: number };
  };
  ncontours?: number;
  line?: Stroke;
  xgap?: number;
  ygap?: number;
}

/** Points over a surface; the static picture looks at them from above. */
export interface Scatter3dTrace extends TraceBase {
  type: "scatter3d";
  x: number[];
  y: number[];
  z: number[];
  mode?: "markers" | "text" | "markers+text";
  text?: string | string[];
  textposition?: string;
  marker?: Marker;
}

/** The traces that can be drawn without a browser. */
export type Trace = ScatterTrace | BarTrace | GridTrace | Scatter3dTrace;

/** One axis, in Plotly's words; the range of a logarithmic axis is in powers of ten. */
export interface Axis {
  title?: string | { text: string };
  type?: "linear" | "log" | "category";
  range?: [Position, Position];
  autorange?: boolean | "reversed";
  domain?: [number, number];
  anchor?: string;
  tickvals?: Position[];
  ticktext?: string[];
  tickformat?: string;
  nticks?: number;
  dtick?: number;
  tick0?: number;
  categoryarray?: string[];
  categoryorder?: string;
  showgrid?: boolean;
  zeroline?: boolean;
  showticklabels?: boolean;
  visible?: boolean;
  scaleanchor?: string;
  scaleratio?: number;
  constrain?: string;
  side?: "left" | "right" | "top" | "bottom";
  fixedrange?: boolean;
}

/** Words at a place, with an arrow to it if asked. */
export interface Annotation {
  text: string;
  x: Position;
  y: Position;
  xref?: string;
  yref?: string;
  /** Where the words stand, in pixels from the place (y downwards), if there is an arrow. */
  ax?: number;
  ay?: number;
  showarrow?: boolean;
  arrowhead?: number;
  arrowwidth?: number;
  arrowcolor?: string;
  arrowsize?: number;
  xanchor?: "left" | "center" | "right" | "auto";
  yanchor?: "top" | "middle" | "bottom" | "auto";
  xshift?: number;
  yshift?: number;
  textangle?: number;
  font?: { size?: number; color?: string };
}

/** A line, rectangle, circle or path in the coordinates of an axis pair. */
export interface Shape {
  type: "line" | "rect" | "circle" | "path";
  x0?: Position;
  x1?: Position;
  y0?: Position;
  y1?: Position;
  path?: string;
  xref?: string;
  yref?: string;
  line?: Stroke;
  fillcolor?: string;
  opacity?: number;
  layer?: "above" | "below";
}

/** Layout of a figure; axes beyond the first pair are `xaxis2`, `yaxis2` and so on. */
export interface Layout {
  title?: string | { text: string; automargin?: boolean };
  width?: number;
  height?: number;
  xaxis?: Axis;
  yaxis?: Axis;
  scene?: { xaxis?: Axis; yaxis?: Axis; zaxis?: Axis; camera?: unknown; aspectmode?: string };
  annotations?: Annotation[];
  shapes?: Shape[];
  margin?: { l?: number; r?: number; t?: number; b?: number };
  barmode?: "group" | "stack" | "overlay";
  bargap?: number;
  showlegend?: boolean;
  [more: string]: unknown;
}
