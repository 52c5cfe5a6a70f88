import { curveCatmullRom, curveLinear, curveStepAfter, line as lineOf } from "d3-shape";
import { ink, paper } from "../../spec/colours.js";
import type { Position, Scatter3dTrace, ScatterTrace } from "../../spec/plotly.js";
import { around, nameLine } from "../lineNames.js";
import { element, short } from "../markup.js";
import type { Panel } from "../panel.js";
import { paint, strokeOf } from "../paint.js";
import type { Places } from "../placing.js";
import { type Box, drawWords } from "../words.js";

type Dot = { x: number; y: number } | null;

/** The lines and marks of a scatter trace; `words` draws what belongs beside them once all have taken their places. */
export interface Drawn {
  marks: string;
  words(): string;
}

/** Draws a scatter trace, or points over a surface as they look from above. */
export function drawScatter(
  trace: ScatterTrace | Scatter3dTrace,
  panel: Panel,
  places: Places,
): Drawn {
  const mode = trace.mode ?? (trace.type === "scatter3d" ? "markers" : "lines");
  const dots = (trace.x as Position[]).map((x, i): Dot => {
    const y = trace.y[i];
    return y === null ? null : { x: panel.px(x), y: panel.py(y) };
  });
  const parts: string[] = [];
  const stroke = trace.type === "scatter" ? trace.line : undefined;
  const seen = dots.filter((dot): dot is { x: number; y: number } => dot !== null);
  if (trace.type === "scatter" && mode.includes("lines")) {
    const path = linePath(dots, trace.line?.shape);
    if (trace.fill === "tozeroy") parts.push(area(seen, path, trace, panel));
    const look = strokeOf(stroke, { color: ink, width: 1.75 });
    const line = element("path", { d: path, fill: "none", ...look, "stroke-linejoin": "round" });
    parts.push(seen.every((dot) => isInside(dot, panel.box)) ? line : clipped(line, panel));
    places.takeCurve(seen, trace);
  }
  // A mark in space is small beside the surface; on paper it is as large as any other.
  const size = trace.type === "scatter3d" ? 9 : (trace.marker?.size ?? 7);
  if (mode.includes("markers")) {
    const { symbol = "circle", color = ink, opacity, line } = trace.marker ?? {};
    for (const dot of seen) {
      parts.push(mark(dot, symbol, size / 2, color, line?.color, opacity));
      const half = size / 2 + 1;
      places.take({
        left: dot.x - half,
        right: dot.x + half,
        top: dot.y - half,
        bottom: dot.y + half,
      });
    }
  }
  const words = () => {
    const list: string[] = [];
    if (
      trace.type === "scatter" &&
      mode.includes("lines") &&
      trace.name &&
      trace.showlegend !== false
    ) {
      list.push(nameLine(trace, seen, panel, places, paint(nameInk(stroke?.color))));
    }
    if (mode.includes("text")) {
      const texts =
        typeof trace.text === "string" ? dots.map(() => trace.text as string) : (trace.text ?? []);
      const color = paint(nameInk(trace.marker?.color));
      dots.forEach((dot, i) => {
        if (!dot || !texts[i]) return;
        const away = mode.includes("markers") ? size / 2 + 4 : 0;
        const asked = trace.textposition ?? (mode === "text" ? "middle center" : "top center");
        const spot = places.settle(around(texts[i], dot, away, asked, mode !== "text"));
        list.push(drawWords({ ...spot, rim: true, color }));
      });
    }
    return list.join("\n");
  };
  return { marks: parts.join("\n"), words };
}

function isInside({ x, y }: { x: number; y: number }, { left, right, top, bottom }: Box): boolean {
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
}

/** A line that the axes do not hold, cut at the edge. */
function clipped(line: string, { box, clip }: Panel): string {
  const { left, right, top, bottom } = box;
  const edge = { x: left, y: top - 1, width: right - left, height: bottom - top + 2 };
  return `${element("clipPath", { id: clip }, element("rect", edge))}${element("g", { "clip-path": `url(#${clip})` }, line)}`;
}

/** Light lines are named in ink: words need more contrast than a line. */
function nameInk(color: string | undefined): string {
  return color === undefined || color === paper ? ink : color;
}

function linePath(dots: readonly Dot[], shape = "linear"): string {
  const curve = { linear: curveLinear, hv: curveStepAfter, spline: curveCatmullRom.alpha(0.5) }[
    shape
  ];
  const path = lineOf<Dot>()
    .defined((dot) => dot !== null)
    .x((dot) => dot?.x ?? 0)
    .y((dot) => dot?.y ?? 0)
    .digits(1)
    .curve(curve ?? curveLinear);
  return path(dots) ?? "";
}

function area(
  seen: readonly { x: number; y: number }[],
  path: string,
  trace: ScatterTrace,
  panel: Panel,
): string {
  const [first, last] = [seen[0], seen[seen.length - 1]];
  if (!first) return "";
  const ground = Math.min(panel.box.bottom, Math.max(panel.box.top, panel.py(0)));
  const d = `${path}L${short(last.x)} ${short(ground)}L${short(first.x)} ${short(ground)}Z`;
  const fill = paint(trace.fillcolor ?? trace.line?.color ?? ink);
  return element("path", { d, fill, ...(trace.fillcolor ? {} : { "fill-opacity": "0.12" }) });
}

/** One mark; a filled one has a rim of paper, so that it stands off the line that it is on. */
export function mark(
  { x, y }: { x: number; y: number },
  symbol: string,
  r: number,
  color: string,
  rim = paper,
  opacity?: number,
): string {
  const open = symbol.endsWith("open");
  const look = open
    ? { fill: paint(paper), stroke: paint(color), "stroke-width": "1.6" }
    : { fill: paint(color), stroke: paint(rim), "stroke-width": "1.5" };
  const more = { ...look, ...(opacity !== undefined && { "fill-opacity": String(opacity) }) };
  const d = { x: short(x), y: short(y), r: short(r), s: short(2 * r) };
  if (symbol.startsWith("square"))
    return element("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...more });
  if (symbol === "diamond")
    return element("path", {
      d: `M${d.x} ${short(y - r)}l${d.r} ${d.r}l-${d.r} ${d.r}l-${d.r} -${d.r}z`,
      ...more,
    });
  if (symbol === "x") {
    const cross = `M${short(x - r)} ${short(y - r)}l${d.s} ${d.s}m0 -${d.s}l-${d.s} ${d.s}`;
    return element("path", { d: cross, fill: "none", stroke: paint(color), "stroke-width": "1.6" });
  }
  return element("circle", { cx: x, cy: y, r, ...more });
}
