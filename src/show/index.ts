/**
 * What a cell displays. Every value below shows itself as a cell's last expression on our kernel; `show(value)` shows
 * it anywhere, also in the middle of a cell and on stock tslab.
 *
 *     show(table(rows, { caption: "Costs", columns: { N: "<i>N</i>", macs: "MACs" }, digits: 4 }));
 *     show(lineChart({ title: "Cost ratio", x: "<i>N</i>", y: { title: "Ratio", range: [0, 1] },
 *                      lines: [{ name: "<i>D<sub>K</sub></i> = 3", x: N, y: (n) => 1 / n + 1 / 9 }],
 *                      points: [{ x: 64, y: 0.127, label: "the notes' case" }] }));
 *     show(barChart({ title, x: "Layer", y: "MACs", labels: ["standard", "separable"], values: [9, 2] }));
 *     show(heatmap({ title, z: rowsOrTensor, values: 2 }));
 *     show(surface({ title, x: "μ", y: "σ²", xs, ys, z: (mu, s2) => …, mark: { x, y, label: "maximum" } }));
 *     show(panels({ title, description, rows: [[lossChart], [filterMap, featureMap]], heights: [2, 1] }));
 *     show(gradeSummary());                                        // every item that the notebook settles, with its grade
 *     show(figure({ data, layout, title, description, summary }));   // Plotly's own words
 *     show(drawStandardConv({ M: 3, N: 4, DK: 3, DF: 7 }));          // drawings, from their parameters
 *
 * @module rederive/show
 */
export type * from "../record/types.js";
export { derivationMime, summaryMime } from "../record/mimes.js";
export { poolPattern, symbols, tex, toMathjs, vocabulary } from "../derive/index.js";
export { barChart, lineChart } from "./figures/charts.js";
export type {
  AxisSpec,
  BarChartSpec,
  ChartWords,
  Line,
  LineChartSpec,
  Point,
} from "./figures/charts.js";
export { derivation, derivationsMade, ShownDerivation } from "./derivations/derivation.js";
export { type Figure, figure, plotlyMime } from "./figures/figure.js";
export type { FigureSpec } from "./figures/figureSpec.js";
export { gradeSummary, type GradeSummary } from "./derivations/gradeSummary.js";
export { contour, heatmap, type HeatmapSpec, surface, type SurfaceSpec } from "./figures/grids.js";
export type { Grid } from "./figures/gridValues.js";
export { panels, type PanelsSpec } from "./figures/panels.js";
export type * from "./spec/plotly.js";
export type { ItemGrade } from "./derivations/settled.js";
export { show } from "./show.js";
export { type Table, table, type TableOptions } from "./tables/table.js";
export { toBundle } from "./toBundle.js";
export { linspace, logspace } from "./figures/spread.js";
export * from "./drawings/index.js";
export type { Resting } from "./derivations/resting.js";
