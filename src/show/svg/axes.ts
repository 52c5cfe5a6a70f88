import { element, group, short } from "./markup.js";
import { type Panel, titleOf } from "./panel.js";
import { paint } from "./paint.js";
import { hair, ink, soft } from "../spec/colours.js";
import { narrowSize, textBox, wrapped } from "./textWidth.js";
import type { Places } from "./placing.js";
import { drawWords, type Words, wordsBox } from "./words.js";

/** Grid, axes, marks and titles of one panel; their words take their places. */
export function drawAxes(panel: Panel, places: Places): string {
  const { box, xAxis, yAxis, xTicks, yTicks, traces } = panel;
  const cells = traces.some(({ trace }) => trace.type === "heatmap");
  const words: Words[] = [];
  const lines: string[] = [];
  const grid: string[] = [];
  const ends = (span: Panel["xSpan"], value: number, from: number, to: number) =>
    from + ((value - span.domain[0]) / (span.domain[1] - span.domain[0])) * (to - from);
  const marked = (text: string) => text !== "";
  if (xAxis.visible !== false) {
    if (!cells) lines.push(`M${short(box.left)} ${short(box.bottom)}H${short(box.right)}`);
    for (const { value, text, many } of xTicks) {
      const x = ends(panel.xSpan, value, box.left, box.right);
      if (!cells) lines.push(`M${short(x)} ${short(box.bottom)}v5`);
      if (xAxis.showgrid) grid.push(`M${short(x)} ${short(box.top)}V${short(box.bottom)}`);
      if (marked(text)) {
        words.push({
          text,
          x,
          y: box.bottom + 8,
          across: "middle",
          down: "top",
          ...(many && { kind: "many" }),
        });
      }
    }
  }
  if (yAxis.visible !== false) {
    for (const { value, text, many } of yTicks) {
      const y = ends(panel.ySpan, value, box.bottom, box.top);
      if (!cells && Math.abs(y - box.bottom) > 0.5)
        grid.push(`M${short(box.left)} ${short(y)}H${short(box.right)}`);
      if (marked(text))
        words.push({ text, x: box.left - 8, y, across: "end", ...(many && { kind: "many" }) });
    }
  }
  for (const one of words) places.take(wordsBox(one));
  if (lines.length)
    places.takeCurve([
      { x: box.left, y: box.bottom },
      { x: box.right, y: box.bottom },
    ]);
  const titles = axisTitles(panel);
  for (const one of titles) places.take(wordsBox(one));
  return [
    grid.length ? element("path", { d: grid.join(""), fill: "none", stroke: paint(hair) }) : "",
    lines.length ? element("path", { d: lines.join(""), fill: "none", stroke: paint(soft) }) : "",
    group({ fill: paint(soft) }, ...words.map(drawWords)),
    group({ fill: paint(ink) }, ...titles.map(drawWords)),
  ]
    .filter(Boolean)
    .join("\n");
}

/** The y title over the axis, read without turning the head; the x title below its right end. */
function axisTitles({ box, xAxis, yAxis, xTicks }: Panel): Words[] {
  const titles: Words[] = [];
  const wide = box.right - box.left;
  const yTitle = yAxis.visible === false ? "" : titleOf(yAxis);
  if (yTitle)
    titles.push({
      text: wrapped(yTitle, wide, narrowSize),
      x: box.left,
      y: box.top - 8,
      down: "bottom",
    });
  const xTitle = xAxis.visible === false ? "" : titleOf(xAxis);
  if (xTitle) {
    const below = xTicks.length
      ? Math.max(...xTicks.map(({ text }) => textBox(text, narrowSize).height)) + 8
      : 4;
    const text = wrapped(xTitle, box.right, narrowSize);
    const across = textBox(text, narrowSize).width > wide ? "start" : "end";
    titles.push({
      text,
      x:
        across === "end"
          ? box.right
          : Math.max(0, Math.min(box.left, box.right - textBox(text, narrowSize).width)),
      y: box.bottom + below,
      across,
      down: "top",
    });
  }
  return titles;
}
