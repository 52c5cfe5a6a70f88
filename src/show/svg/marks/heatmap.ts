import { hair, ink, line, paper, soft } from "../../spec/colours.js";
import type { GridTrace } from "../../spec/plotly.js";
import { coloursOf, type Colours } from "./colourScale.js";
import { element, group } from "../markup.js";
import { numberWords } from "../ticks.js";
import type { Panel } from "../panel.js";
import { paint } from "../paint.js";
import { gridPlaces } from "../gridPlaces.js";
import { narrowSize, textBox, wideSize } from "../textWidth.js";
import { drawWords, type Words } from "../words.js";

/** Cells in their colours, each with its words if the trace has any. */
export function drawHeatmap(trace: GridTrace, panel: Panel): string {
  const colours = coloursOf(trace);
  const xs = edges(gridPlaces(trace, "x").map(panel.px));
  const ys = edges(gridPlaces(trace, "y").map(panel.py));
  const cells: string[] = [];
  const words: Words[] = [];
  let [wide, tall] = [Infinity, Infinity];
  trace.z.forEach((row, r) => {
    row.forEach((value, c) => {
      const [left, right] = [xs[c], xs[c + 1]].sort((a, b) => a - b);
      const [top, bottom] = [ys[r], ys[r + 1]].sort((a, b) => a - b);
      const [width, height] = [right - left, bottom - top];
      [wide, tall] = [Math.min(wide, width), Math.min(tall, height)];
      const share = value === null ? undefined : colours.share(value);
      if (share !== undefined) {
        cells.push(element("rect", { x: left, y: top, width, height, ...colours.fill(share) }));
      }
      const color = paint(share !== undefined && colours.isDark(share) ? paper : ink);
      const text = trace.text?.[r]?.[c];
      if (text)
        words.push({ text, x: left + width / 2, y: top + height / 2, across: "middle", color });
    });
  });
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const inner = trace.xgap || trace.ygap ? { stroke: paint(hair), "stroke-width": "1" } : {};
  const frame = { x: left, y: top, width: right - left, height: bottom - top, fill: "none" };
  return [
    group(inner, ...cells),
    element("rect", { ...frame, stroke: paint(line) }),
    fitted(words, wide, tall).map(drawWords).join("\n"),
    trace.showscale ? colourBar(colours, trace, panel) : "",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Words that fit in the smallest cell, all of one size; in a narrow picture they may have to go, in a wide one too. */
function fitted(words: readonly Words[], width: number, height: number): Words[] {
  const room = (size: number) =>
    words.every(({ text }) => {
      const box = textBox(text, size);
      return box.width <= width - 3 && box.height <= height + 2;
    });
  const scale = [1, 0.9, 0.8].find((one) => room(narrowSize * one));
  if (scale !== undefined) return words.map((one) => ({ ...one, scale }));
  const small = [1, 0.9, 0.8].find((one) => room(wideSize * one));
  return small === undefined
    ? []
    : words.map((one) => ({ ...one, scale: small, kind: "many" as const }));
}

/** Edges between places: halfway, and as far beyond the first and last. */
function edges(places: readonly number[]): number[] {
  if (places.length === 1) return [places[0] - 20, places[0] + 20];
  const inner = places.slice(1).map((place, i) => (place + places[i]) / 2);
  const last = places.length - 1;
  return [2 * places[0] - inner[0], ...inner, 2 * places[last] - inner[inner.length - 1]];
}

/** What the colours mean, beside the panel. */
export function colourBar(colours: Colours, trace: GridTrace, { box }: Panel): string {
  const steps = 24;
  const tall = box.bottom - box.top;
  const left = box.right + 14;
  const bars = Array.from({ length: steps }, (_, i) => {
    const value = colours.low + ((i + 0.5) / steps) * (colours.high - colours.low);
    const y = box.bottom - ((i + 1) / steps) * tall;
    return element("rect", {
      x: left,
      y,
      width: 10,
      height: tall / steps + 0.3,
      ...colours.fill(colours.share(value)),
    });
  });
  const label = (value: number, y: number) =>
    drawWords({
      text: numberWords(Number(value.toPrecision(3))),
      x: left + 16,
      y,
      color: paint(soft),
    });
  const title = trace.colorbar?.title?.text;
  return [
    ...bars,
    element("rect", {
      x: left,
      y: box.top,
      width: 10,
      height: tall,
      fill: "none",
      stroke: paint(line),
    }),
    label(colours.high, box.top + 6),
    label(colours.low, box.bottom - 6),
    title
      ? drawWords({
          text: title,
          x: left + 10,
          y: box.top - 8,
          across: "end",
          down: "bottom",
          color: paint(soft),
        })
      : "",
  ].join("\n");
}
