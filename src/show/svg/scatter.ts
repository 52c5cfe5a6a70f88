import { curveCatmullRom, curveLinear, curveStepAfter, line as lineOf } from "d3-shape";
import { ink, paper } from "../colours.js";
import type { Position, Scatter3dTrace, ScatterTrace } from "../plotly.js";
import { endNames } from "./arrange.js";
import { element, short } from "./markup.js";
import type { Panel } from "./panel.js";
import { paint, strokeOf } from "./paint.js";
import type { Places } from "./placing.js";
import { narrowSize, lineHeight } from "./textWidth.js";
import { drawWords, type Words } from "./words.js";

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
    parts.push(element("path", { d: path, fill: "none", ...look, "stroke-linejoin": "round" }));
    places.takeCurve(seen);
  }
  const size = trace.marker?.size ?? 7;
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
    if (mode.includes("lines") && trace.name && trace.showlegend !== false) {
      list.push(
        drawWords({
          ...lineName(trace.name, seen, panel, places),
          rim: true,
          color: paint(nameInk(stroke?.color)),
        }),
      );
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

/** The places around a point at which its words may stand, the one asked for first. */
export function around(
  text: string,
  at: { x: number; y: number },
  away: number,
  asked: string,
  free: boolean,
): Words[] {
  const places = [
    "top center",
    "middle right",
    "middle left",
    "bottom center",
    "top right",
    "top left",
    "bottom right",
    "bottom left",
  ];
  const list = free ? [asked, ...places.filter((one) => one !== asked)] : [asked];
  const near = [0, 10, 22].slice(0, free ? 3 : 1);
  return near.flatMap((more) =>
    list.map((one): Words => {
      const [down, across] = one.split(" ");
      const far = away + more;
      const slant = across === "center" || down === "middle" ? 1 : 0.7;
      const dx = { left: -far, center: 0, right: far }[across] ?? 0;
      const dy = { top: -far, middle: 0, bottom: far }[down] ?? 0;
      return {
        text,
        x: at.x + dx * slant,
        y: at.y + dy * slant,
        across: ({ left: "end", center: "middle", right: "start" } as const)[across] ?? "middle",
        down: ({ top: "bottom", middle: "middle", bottom: "top" } as const)[down] ?? "middle",
      };
    }),
  );
}

/** A line's name: behind its end where room was made for it, else along the line where it covers least. */
function lineName(
  text: string,
  dots: readonly { x: number; y: number }[],
  panel: Panel,
  places: Places,
): Words {
  const end = dots.reduce((last, dot) => (dot.x >= last.x ? dot : last), dots[0]);
  const names = endNames(panel);
  const behind: Words[] = [];
  if (names.includes(text) && panel.box.right - end.x < 4) {
    const line = narrowSize * lineHeight;
    for (const step of [0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9])
      behind.push({ text, x: end.x + 8, y: end.y + step * line });
  }
  const along = [0.8, 0.9, 0.65, 0.5, 0.35, 0.2, 0.97, 0.05].flatMap((share) => {
    const at = dots[Math.round(share * (dots.length - 1))];
    return around(text, at, 7, "top left", true);
  });
  return places.settle([...behind, ...along]);
}
