import { createHash } from "node:crypto";
import { extent } from "d3-array";
import { contours } from "d3-contour";
import { scaleBand, scaleLinear, scaleLog } from "d3-scale";
import { line as linePath } from "d3-shape";
import { escapeHtml } from "./html.js";
import type { FigureSpec } from "./figure.js";
import type { Axis, Layout, Trace } from "./plotly.js";

const ink = "var(--ink, #16201d)";
const soft = "var(--soft, #51605a)";
const hair = "var(--hair, #e1e7e4)";
const act = "var(--act, #2443b0)";
const proved = "var(--proved, #0a6655)";
const paper = "var(--paper, #fbfcfb)";
const sunk = "var(--sunk, #f0f4f2)";
const font = "'Libre Franklin', system-ui, sans-serif";
/** Lines are told apart by dash and label, not by colour alone. */
const pens = [
  { stroke: ink, dash: "" },
  { stroke: act, dash: "6 3" },
  { stroke: proved, dash: "2 3" },
  { stroke: soft, dash: "8 3 2 3" },
];

type Scale = ((value: number | string) => number) & { ticks: { at: number; text: string }[] };
interface Panel {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The static drawing of a figure: nothing that its JSON does not hold, no browser, the same bytes each time. */
export function drawSvg({ data, layout = {}, title, description }: FigureSpec): string {
  const width = layout.width ?? 640;
  const height = layout.height ?? 360;
  const id = createHash("sha256")
    .update(JSON.stringify([data, layout, title]))
    .digest("hex")
    .slice(0, 8);
  const parts = axisPairs(data, layout).map(([x, y]) =>
    drawPanel(x, y, data, layout, width, height),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t${id} d${id}" font-family="${font}" font-size="12">`,
    `<title id="t${id}">${escapeHtml(title)}</title><desc id="d${id}">${escapeHtml(description)}</desc>`,
    ...parts,
    "</svg>",
  ].join("\n");
}

/** The pairs of axes that traces, or at least the layout, use. */
function axisPairs(data: Trace[], layout: Layout): [string, string][] {
  const pairs = data.map((trace) => `${trace.xaxis ?? "x"} ${trace.yaxis ?? "y"}`);
  if (!pairs.length || layout.shapes?.length) pairs.unshift("x y");
  return [...new Set(pairs)].map((pair) => pair.split(" ") as [string, string]);
}

const axisOf = (layout: Layout, id: string): Axis =>
  (layout[id.replace(/^([xy])/, "$1axis")] as Axis | undefined) ?? {};

function drawPanel(
  x: string,
  y: string,
  data: Trace[],
  layout: Layout,
  width: number,
  height: number,
): string {
  const mine = data.filter((trace) => (trace.xaxis ?? "x") === x && (trace.yaxis ?? "y") === y);
  const [xAxis, yAxis] = [axisOf(layout, x), axisOf(layout, y)];
  const bare = xAxis.visible === false;
  const [x0, x1] = xAxis.domain ?? [0, 1];
  const [y0, y1] = yAxis.domain ?? [0, 1];
  const yTicks = makeScale(yAxis, mine, "y", [1, 0]).ticks;
  const widest = Math.max(0, ...yTicks.map(({ text }) => text.length));
  const labels = mine.some((trace) => trace.name && isLine(trace))
    ? 9 + 6.5 * Math.max(...mine.map(({ name }) => name?.length ?? 0))
    : 0;
  const margin = bare
    ? { left: 8, right: 8, top: 8, bottom: 8 }
    : { left: 20 + 7 * widest, right: 16 + labels, top: 30, bottom: 46 };
  const panel = {
    left: x0 * width + margin.left,
    right: x1 * width - margin.right,
    top: (1 - y1) * height + margin.top,
    bottom: (1 - y0) * height - margin.bottom,
  };
  const sx = makeScale(xAxis, mine, "x", [panel.left, panel.right]);
  const sy = makeScale(yAxis, mine, "y", [panel.bottom, panel.top]);
  const main = x === "x" && y === "y";
  return [
    main ? drawShapes(layout, sx, sy) : "",
    bare ? "" : drawAxes(xAxis, yAxis, sx, sy, panel),
    ...mine.map((trace, i) => drawTrace(trace, i, sx, sy, panel)),
    main ? drawAnnotations(layout, sx, sy) : "",
  ].join("");
}

const isGrid = (trace: Trace) =>
  ["heatmap", "contour", "surface"].includes(trace.type ?? "scatter");
const isLine = (trace: Trace) =>
  (trace.type ?? "scatter") === "scatter" &&
  !trace.mode?.startsWith("markers") &&
  !trace.mode?.startsWith("text");

function makeScale(axis: Axis, traces: Trace[], key: "x" | "y", range: [number, number]): Scale {
  const values = traces.flatMap((trace) => gridValues(trace, key));
  if (values.some((value) => typeof value === "string")) {
    const band = scaleBand<string>([...new Set(values.map(String))], range).padding(0.25);
    const at = (value: number | string) => (band(String(value)) ?? range[0]) + band.bandwidth() / 2;
    return Object.assign(at, { ticks: band.domain().map((text) => ({ at: at(text), text })) });
  }
  let [low, high] = extent(values as number[]) as [number | undefined, number | undefined];
  low ??= 0;
  high ??= 1;
  const grid = traces.find(isGrid);
  if (grid?.type === "heatmap") [low, high] = [low - 0.5, high + 0.5];
  if (traces.some((trace) => trace.type === "bar")) {
    if (key === "y") low = Math.min(0, low);
    else [low, high] = [low - 0.6, high + 0.6];
  }
  const log = axis.type === "log";
  if (axis.range) [low, high] = log ? [10 ** axis.range[0], 10 ** axis.range[1]] : axis.range;
  else if (key === "y" && !grid && !log) [low, high] = [low, high + (high - low) * 0.04];
  if (low === high) [low, high] = [low - 1, high + 1];
  if (axis.autorange === "reversed") [low, high] = [high, low];
  const scale = log ? scaleLog([low, high], range) : scaleLinear([low, high], range);
  const space = Math.abs(range[1] - range[0]);
  const wanted =
    axis.tickvals ??
    (log ? powers(low, high) : scale.ticks(space > 1 ? Math.max(2, Math.round(space / 70)) : 5));
  const format = log ? powerText : scale.tickFormat(5);
  const ticks = wanted.map((value, i) => ({
    at: scale(value),
    text: axis.ticktext?.[i] ?? format(value),
  }));
  return Object.assign((value: number | string) => scale(Number(value)), { ticks });
}

const powers = (low: number, high: number) => {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
};
const powerText = (value: number) =>
  value >= 1e-3 && value <= 1e4 ? `${value}` : `1e${Math.round(Math.log10(value))}`;

function gridValues(trace: Trace, key: "x" | "y"): (number | string)[] {
  const given = trace[key];
  if (given) return given;
  const length = key === "y" ? trace.z?.length : trace.z?.[0]?.length;
  return Array.from({ length: length ?? 0 }, (_, i) => i);
}

function drawAxes(xAxis: Axis, yAxis: Axis, sx: Scale, sy: Scale, panel: Panel): string {
  const { left, right, top, bottom } = panel;
  const text = (x: number, y: number, anchor: string, words: string, fill = soft) =>
    `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${fill}">${escapeHtml(words)}</text>`;
  return [
    ...sy.ticks.map(
      ({ at }) => `<path d="M${round(left)} ${round(at)}H${round(right)}" stroke="${hair}"/>`,
    ),
    `<path d="M${round(left)} ${round(bottom)}H${round(right)}" stroke="${soft}"/>`,
    ...sx.ticks.map(
      ({ at, text: words }) =>
        `<path d="M${round(at)} ${round(bottom)}v4" stroke="${soft}"/>${text(at, bottom + 17, "middle", words)}`,
    ),
    ...sy.ticks.map(({ at, text: words }) => text(left - 7, at + 4, "end", words)),
    xAxis.title ? text(right, bottom + 36, "end", xAxis.title.text, ink) : "",
    yAxis.title ? text(Math.max(4, left - 40), top - 12, "start", yAxis.title.text, ink) : "",
  ].join("");
}

function drawTrace(trace: Trace, index: number, sx: Scale, sy: Scale, panel: Panel): string {
  if (trace.type === "bar") return drawBars(trace, sx, sy, panel);
  if (trace.type === "heatmap") return drawHeatmap(trace, sx, sy);
  if (isGrid(trace)) return drawContours(trace, sx, sy);
  return drawScatter(trace, index, sx, sy);
}

function drawScatter(trace: Trace, index: number, sx: Scale, sy: Scale): string {
  const points = trace.x!.map((x, i): [number, number] => [sx(x), sy(trace.y![i])]);
  const mode = trace.mode ?? "lines";
  const pen = pens[index % pens.length];
  const dash =
    trace.line?.dash === "dash" ? "5 4" : trace.line?.dash === "dot" ? "1.5 3" : pen.dash;
  const parts: string[] = [];
  if (mode.includes("lines")) {
    const d = linePath().digits(2)(points);
    parts.push(
      `<path d="${d}" fill="none" stroke="${pen.stroke}" stroke-width="1.75"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`,
    );
    const last = points.at(-1);
    if (trace.name && last)
      parts.push(
        `<text x="${round(last[0] + 6)}" y="${round(last[1] + 4)}" fill="${pen.stroke}">${escapeHtml(trace.name)}</text>`,
      );
  }
  if (mode.includes("markers")) {
    const radius = (trace.marker?.size ?? 8) / 2;
    for (const [x, y] of points)
      parts.push(
        `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${act}" stroke="${paper}" stroke-width="1.5"/>`,
      );
  }
  trace.text?.forEach((words, i) => {
    const [x, y] = points[i];
    const left = trace.textposition?.includes("left");
    const below = trace.textposition?.includes("bottom");
    const middle = trace.textposition?.endsWith("center") || mode === "text";
    const [dx, anchor] = middle ? [0, "middle"] : left ? [-9, "end"] : [9, "start"];
    parts.push(
      `<text x="${round(x + dx)}" y="${round(y + (below ? 16 : middle ? 4 : -6))}" text-anchor="${anchor}" fill="${ink}">${escapeHtml(words)}</text>`,
    );
  });
  return parts.join("");
}

function drawBars(trace: Trace, sx: Scale, sy: Scale, panel: Panel): string {
  const centres = trace.x!.map((x) => sx(x));
  const gaps = centres.slice(1).map((x, i) => Math.abs(x - centres[i]));
  const wide = Math.min(48, 0.7 * Math.min(...gaps, panel.right - panel.left));
  const base = sy(0);
  return centres
    .map((x, i) => {
      const y = sy(trace.y![i]);
      const label = trace.text?.[i]
        ? `<text x="${round(x)}" y="${round(Math.min(y, base) - 6)}" text-anchor="middle" fill="${ink}">${escapeHtml(trace.text[i])}</text>`
        : "";
      return `<rect x="${round(x - wide / 2)}" y="${round(Math.min(y, base))}" width="${round(wide)}" height="${round(Math.abs(base - y))}" fill="${proved}"/>${label}`;
    })
    .join("");
}

function drawHeatmap(trace: Trace, sx: Scale, sy: Scale): string {
  const z = trace.z!;
  const [low, high] = extent(z.flat()) as [number, number];
  const cells = z.flatMap((row, i) =>
    row.map((value, j) => {
      const [x, y] = [gridValues(trace, "x")[j], gridValues(trace, "y")[i]].map(Number);
      const [left, right] = [sx(x - 0.5), sx(x + 0.5)].sort((a, b) => a - b);
      const [top, bottom] = [sy(y - 0.5), sy(y + 0.5)].sort((a, b) => a - b);
      const share = high > low ? (value - low) / (high - low) : 0;
      return `<rect x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}" fill="${ink}" fill-opacity="${round(0.04 + 0.9 * share)}" stroke="${paper}"/>`;
    }),
  );
  return cells.join("");
}

function drawContours(trace: Trace, sx: Scale, sy: Scale): string {
  const z = trace.z!;
  const [rows, columns] = [z.length, z[0].length];
  const [xs, ys] = [gridValues(trace, "x").map(Number), gridValues(trace, "y").map(Number)];
  const flat = z.flat();
  const sorted = [...flat].sort((a, b) => a - b);
  // Levels at quantiles: a likelihood is flat far from its maximum, and even steps would all crowd round it.
  const levels = [0.3, 0.5, 0.65, 0.78, 0.88, 0.94, 0.98].map(
    (share) => sorted[Math.floor(share * (sorted.length - 1))],
  );
  const between = (values: number[], at: number) => {
    const i = Math.max(0, Math.min(values.length - 2, Math.floor(at - 0.5)));
    return values[i] + (at - 0.5 - i) * (values[i + 1] - values[i]);
  };
  const shapes = contours()
    .size([columns, rows])
    .thresholds([...new Set(levels)])(flat);
  const paths = shapes.map(({ coordinates }, i) => {
    const d = coordinates
      .flatMap((polygon) =>
        polygon.map(
          (ring) =>
            `M${ring.map(([u, v]) => `${round(clamp(sx(between(xs, u)), sx, xs))} ${round(clamp(sy(between(ys, v)), sy, ys))}`).join("L")}Z`,
        ),
      )
      .join("");
    return `<path d="${d}" fill="${proved}" fill-opacity="0.07" stroke="${proved}" stroke-opacity="${round(0.35 + (0.65 * i) / shapes.length)}"/>`;
  });
  return paths.join("");
}

const clamp = (at: number, scale: Scale, values: number[]) => {
  const [a, b] = [scale(values[0]), scale(values[values.length - 1])];
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), at));
};

const fills = { answer: proved, paper, sunk, none: "none" };

function drawShapes(layout: Layout, sx: Scale, sy: Scale): string {
  return (layout.shapes ?? [])
    .map((shape) => {
      const [x0, x1] = [sx(shape.x0), sx(shape.x1)];
      const [y0, y1] = [sy(shape.y0), sy(shape.y1)];
      const fill = fills[shape.name ?? "none"];
      const pen = `stroke="${ink}" stroke-width="1.2"${shape.line?.dash ? ' stroke-dasharray="3 3"' : ""}`;
      if (shape.type === "line")
        return `<path d="M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}" ${pen}/>`;
      const [left, top] = [Math.min(x0, x1), Math.min(y0, y1)];
      const [wide, tall] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
      if (shape.type === "circle")
        return `<ellipse cx="${round(left + wide / 2)}" cy="${round(top + tall / 2)}" rx="${round(wide / 2)}" ry="${round(tall / 2)}" fill="${fill}" ${pen}/>`;
      return `<rect x="${round(left)}" y="${round(top)}" width="${round(wide)}" height="${round(tall)}" fill="${fill}" ${pen}/>`;
    })
    .join("");
}

function drawAnnotations(layout: Layout, sx: Scale, sy: Scale): string {
  const anchors = { left: "start", center: "middle", right: "end" };
  return (layout.annotations ?? [])
    .map(
      ({ x, y, text, xanchor = "center" }) =>
        `<text x="${round(sx(x))}" y="${round(sy(y) + 4)}" text-anchor="${anchors[xanchor]}" fill="${ink}">${escapeHtml(text)}</text>`,
    )
    .join("");
}

const round = (value: number) => Math.round(value * 100) / 100;
