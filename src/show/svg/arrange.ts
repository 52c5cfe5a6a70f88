import type { Layout, Position, Trace } from "../spec/plotly.js";
import { standsOf } from "./stands.js";
import { endNames, leader } from "./lineNames.js";
import { domainOf, isHeading, type Pair, type Panel, pairsOf, titleOf } from "./panel.js";
import { type Span, spanOf } from "./scale.js";
import { lineHeight, narrowSize, textBox, wrapped } from "./textWidth.js";
import { type Tick, ticksOf } from "./ticks.js";
import type { Box } from "./words.js";

/** Width of the room around a box that its own words need. */
export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Puts every pair of axes in its place, with room for its words at their larger size. */
export function arrange(
  data: readonly Trace[],
  layout: Layout,
  width: number,
  height: number,
): Panel[] {
  const pairs = pairsOf(data, layout);
  const drafts = pairs.map((pair) => {
    const xSpan = spanOf(pair.xAxis, axisName(pair.x), standsOf(pair, "x"));
    const ySpan = spanOf(pair.yAxis, axisName(pair.y), standsOf(pair, "y"));
    const [x0, x1] = domainOf(pair.xAxis);
    const [y0, y1] = domainOf(pair.yAxis);
    const cell = {
      left: x0 * width,
      right: x1 * width,
      top: (1 - y1) * height,
      bottom: (1 - y0) * height,
    };
    return { pair, xSpan, ySpan, cell, margins: marginsOf(pair, xSpan, ySpan, cell, layout) };
  });
  return drafts.map(({ pair, xSpan, ySpan, cell }) => {
    // Panels that share a column or a row keep their edges in line.
    const sameX = drafts.filter((other) =>
      sameEnds(other.cell.left, other.cell.right, cell.left, cell.right),
    );
    const sameY = drafts.filter((other) =>
      sameEnds(other.cell.top, other.cell.bottom, cell.top, cell.bottom),
    );
    const most = (list: typeof drafts, side: keyof Margins) =>
      Math.max(...list.map(({ margins }) => margins[side]));
    const box = {
      left: cell.left + most(sameX, "left"),
      right: cell.right - most(sameX, "right"),
      top: cell.top + most(sameY, "top"),
      bottom: cell.bottom - most(sameY, "bottom"),
    };
    return settle(pair, xSpan, ySpan, box);
  });
}

function sameEnds(a: number, b: number, c: number, d: number): boolean {
  return Math.abs(a - c) < 1 && Math.abs(b - d) < 1;
}

function axisName(name: string): string {
  return name.replace(/^([xy])/, "$1axis");
}

/** Pixels between a figure and what stands beside it. */
const gap = 8;

function marginsOf(pair: Pair, xSpan: Span, ySpan: Span, cell: Box, layout: Layout): Margins {
  const margins = { left: 2, right: 2, top: 2, bottom: 2 };
  const line = narrowSize * lineHeight;
  const headings = (layout.annotations ?? []).filter((one) => isHeading(one, pair));
  for (const { text, font } of headings) {
    const size = (narrowSize * (font?.size ?? 13)) / 13;
    margins.top += textBox(wrapped(text, cell.right - cell.left, size), size).height + 4;
  }
  if (legendNames(pair).length) margins.top += line + 6;
  const tall = (cell.bottom - cell.top) * 0.75;
  const wide = (cell.right - cell.left) * 0.85;
  if (pair.yAxis.visible !== false) {
    const ticks = ticksOf(pair.yAxis, ySpan, tall, false);
    margins.left =
      Math.max(2, ...ticks.map(({ text }) => textBox(text, narrowSize).width)) +
      (ticks.length ? gap : 0);
    if (ticks.length) margins.top = Math.max(margins.top, narrowSize / 2);
    const title = titleOf(pair.yAxis);
    if (title)
      margins.top +=
        textBox(wrapped(title, cell.right - cell.left, narrowSize), narrowSize).height + 6;
  }
  if (pair.xAxis.visible !== false) {
    const ticks = ticksOf(pair.xAxis, xSpan, wide, true);
    if (ticks.length) {
      margins.bottom = Math.max(...ticks.map(({ text }) => textBox(text, narrowSize).height)) + gap;
      margins.right = Math.max(margins.right, overhang(ticks, xSpan, wide));
      margins.left = Math.max(
        margins.left,
        overhang(ticks, { ...xSpan, domain: [xSpan.domain[1], xSpan.domain[0]] }, wide),
      );
    }
    const title = titleOf(pair.xAxis);
    if (title)
      margins.bottom += textBox(
        wrapped(title, cell.right - cell.left, narrowSize),
        narrowSize,
      ).height;
  }
  const beside = endNames(pair).map((name) => textBox(name, narrowSize).width);
  if (beside.length) margins.right = Math.max(margins.right, Math.max(...beside) + gap + leader);
  if (pair.traces.some(({ trace }) => "showscale" in trace && trace.showscale))
    margins.right += 26 + 3.5 * narrowSize;
  return margins;
}

/** How far the last mark's words reach beyond the end of the axis. */
function overhang(ticks: readonly Tick[], { domain: [from, to] }: Span, length: number): number {
  return Math.max(
    2,
    ...ticks.map(({ value, text }) => {
      return textBox(text, narrowSize).width / 2 - ((to - value) / (to - from)) * length;
    }),
  );
}

/** Names of bars, which stand in a row above the picture. */
export function legendNames({ traces }: Pair): string[] {
  const bars = traces.filter(({ trace }) => trace.type === "bar" && trace.showlegend !== false);
  return bars.length > 1 ? bars.flatMap(({ trace }) => trace.name ?? []) : [];
}

function settle(pair: Pair, xSpan: Span, ySpan: Span, wanted: Box): Panel {
  const box = { ...wanted };
  const unitX = (box.right - box.left) / Math.abs(xSpan.domain[1] - xSpan.domain[0]);
  const unitY = (box.bottom - box.top) / Math.abs(ySpan.domain[1] - ySpan.domain[0]);
  if (pair.yAxis.scaleanchor === pair.x || pair.xAxis.scaleanchor === pair.y) {
    const ratio = pair.yAxis.scaleratio ?? 1;
    if (unitY > unitX * ratio)
      box.bottom = box.top + ((box.bottom - box.top) * unitX * ratio) / unitY;
    else box.right = box.left + ((box.right - box.left) * unitY) / (unitX * ratio);
  }
  const along = (span: Span, from: number, to: number) => (value: Position) =>
    from +
    ((span.number(value) - span.domain[0]) / (span.domain[1] - span.domain[0])) * (to - from);
  const title = pair.yAxis.visible === false ? "" : titleOf(pair.yAxis);
  const wide = wanted.right - wanted.left;
  const titleHeight = title ? textBox(wrapped(title, wide, narrowSize), narrowSize).height + 6 : 0;
  return {
    ...pair,
    box,
    xSpan,
    ySpan,
    clip: "",
    xTicks:
      pair.xAxis.visible === false ? [] : ticksOf(pair.xAxis, xSpan, box.right - box.left, true),
    yTicks:
      pair.yAxis.visible === false ? [] : ticksOf(pair.yAxis, ySpan, box.bottom - box.top, false),
    ceiling: box.top - titleHeight - (legendNames(pair).length ? narrowSize * lineHeight + 6 : 0),
    px: along(xSpan, box.left, box.right),
    py: along(ySpan, box.bottom, box.top),
  };
}
