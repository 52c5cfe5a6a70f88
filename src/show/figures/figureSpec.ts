import type { Layout, Trace } from "../spec/plotly.js";

/** What a figure is made from. */
export interface FigureSpec {
  /** Plotly traces: scatter, bar, heatmap, contour, surface. */
  data: readonly Trace[];
  layout?: Layout;
  /** What the figure shows, as its caption says it. */
  title: string;
  /** The picture in words, for those who do not see it. */
  description: string;
  /** The key numbers, a line each; by default the range of every trace. */
  summary?: string | readonly string[];
}
