import { createHash } from "node:crypto";
import { paper } from "../spec/colours.js";
import type { Layout, Trace } from "../spec/plotly.js";
import { escapeXml, plainWords } from "../richText.js";
import { drawAnnotation } from "./marks/annotations.js";
import { arrange } from "./arrange.js";
import { drawAxes } from "./axes.js";
import { drawBars } from "./marks/bars.js";
import { drawContours } from "./marks/contours.js";
import { drawHeatmap } from "./marks/heatmap.js";
import { element } from "./markup.js";
import type { Panel } from "./panel.js";
import { paint } from "./paint.js";
import { Places } from "./placing.js";
import { drawScatter } from "./marks/scatter.js";
import { drawShape } from "./marks/shapes.js";
import { wideSize } from "./textWidth.js";

/** Faces of the page's labels, and what a system has instead. */
const sans =
  "var(--sans, 'Libre Franklin', system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif)";

/**
 * The picture of a figure, from its description alone: no browser, no clock, no randomness.
 *
 * Its words are `1em` high, so that a page may enlarge them where the picture is narrow, by `font-size: 17px` on the
 * element itself; room is made for that. Words of the class `many` are then to be hidden.
 */
export function figureSvg(data: readonly Trace[], layout: Layout): string {
  const width = layout.width ?? 480;
  const height = layout.height ?? 300;
  const hash = createHash("sha256").update(JSON.stringify([data, layout]));
  const id = `f${hash.digest("hex").slice(0, 10)}`;
  const { description = "" } = (layout.meta ?? {}) as { description?: string };
  const title = typeof layout.title === "string" ? layout.title : (layout.title?.text ?? "");
  const head = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "figure",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-labelledby": `${id}-title ${id}-desc`,
    "font-family": sans,
    "font-size": `${wideSize}px`,
    "font-weight": "500",
    fill: "none",
  };
  return element(
    "svg",
    head,
    `\n<title id="${id}-title">${escapeXml(plainWords(title))}</title>`,
    `\n<desc id="${id}-desc">${escapeXml(plainWords(description))}</desc>\n`,
    element("rect", { width, height, fill: paint(paper) }),
    `\n${drawAll(data, layout, { width, height, id })}\n`,
  );
}

function drawAll(
  data: readonly Trace[],
  layout: Layout,
  { width, height, id }: { width: number; height: number; id: string },
): string {
  const panels = arrange(data, layout, width, height);
  panels.forEach((panel, i) => (panel.clip = `${id}-clip${i}`));
  const places = new Places({ left: 0, right: width, top: 0, bottom: height });
  const { shapes = [], annotations = [] } = layout;
  const unit = (layout.font as { size?: number } | undefined)?.size ?? 12;
  const below = shapes
    .filter(({ layer }) => layer === "below")
    .map((shape) => drawShape(shape, panels));
  const axes = panels.map((panel) => drawAxes(panel, places));
  const drawn = panels.map((panel) => drawTraces(panel, layout, places));
  const above = shapes
    .filter(({ layer }) => layer !== "below")
    .map((shape) => drawShape(shape, panels));
  const words = annotations.map((one) => drawAnnotation(one, panels, places, unit, width));
  const beside = drawn.flatMap((list) => list.map((one) => one.words()));
  const marks = drawn.flatMap((list) => list.map((one) => one.marks));
  return [...below, ...axes, ...marks, ...above, ...words, ...beside].filter(Boolean).join("\n");
}

function drawTraces(
  panel: Panel,
  layout: Layout,
  places: Places,
): { marks: string; words(): string }[] {
  const nothing = () => "";
  const bars = { marks: drawBars(panel, layout, places), words: nothing };
  const others = panel.traces.flatMap(({ trace }) => {
    if (trace.type === "bar") return [];
    if (trace.type === "heatmap") return [{ marks: drawHeatmap(trace, panel), words: nothing }];
    if (trace.type === "contour" || trace.type === "surface")
      return [drawContours(trace, panel, places)];
    return [drawScatter(trace as never, panel, places)];
  });
  // Grids lie below lines and points, whatever their order in the figure.
  const isGrid = (i: number) =>
    panel.traces.filter(({ trace }) => trace.type !== "bar")[i].trace.type;
  const order = others
    .map((_, i) => i)
    .sort(
      (a, b) => Number(isGrid(a).startsWith("scatter")) - Number(isGrid(b).startsWith("scatter")),
    );
  return [...order.map((i) => others[i]), bars];
}
