import { ink } from "../../spec/colours.js";
import type { BarTrace, Layout } from "../../spec/plotly.js";
import { legendNames } from "../arrange.js";
import { element, group } from "../markup.js";
import type { Panel } from "../panel.js";
import { paint, strokeOf } from "../paint.js";
import type { Places } from "../placing.js";
import { narrowSize, textBox, lineHeight } from "../textWidth.js";
import { drawWords, type Words, wordsBox } from "../words.js";

/** The bars of a panel, side by side or one on the other, with their words and names. */
export function drawBars(panel: Panel, layout: Layout, places: Places): string {
  const bars = panel.traces.flatMap(({ trace }) => (trace.type === "bar" ? [trace] : []));
  if (!bars.length) return "";
  const stack = layout.barmode === "stack";
  const side = stack || layout.barmode === "overlay" ? 1 : bars.length;
  const heights = new Map<string, number>();
  const parts: string[] = [];
  const words: Words[] = [];
  bars.forEach((trace, set) => {
    const lying = trace.orientation === "h";
    const [along, up] = lying ? [trace.y, trace.x] : [trace.x, trace.y];
    const step = stepOf(panel, lying);
    const wide = (step * (trace.width ?? 1 - (layout.bargap ?? 0.3))) / side;
    along.forEach((place, i) => {
      const middle =
        (lying ? panel.py(place) : panel.px(place)) +
        (side > 1 ? (set - (side - 1) / 2) * wide : 0);
      const key = `${place} ${Number(up[i]) < 0}`;
      const from = stack ? (heights.get(key) ?? 0) : 0;
      const to = from + Number(up[i]);
      heights.set(key, to);
      const [a, b] = lying ? [panel.px(from), panel.px(to)] : [panel.py(from), panel.py(to)];
      const box = lying
        ? {
            left: Math.min(a, b),
            right: Math.max(a, b),
            top: middle - wide / 2,
            bottom: middle + wide / 2,
          }
        : {
            left: middle - wide / 2,
            right: middle + wide / 2,
            top: Math.min(a, b),
            bottom: Math.max(a, b),
          };
      parts.push(bar(trace, box));
      places.take(box);
      const text = typeof trace.text === "string" ? trace.text : trace.text?.[i];
      if (text)
        words.push(
          lying
            ? { text, x: b + 6, y: middle }
            : { text, x: middle, y: b - 4, across: "middle", down: "bottom" },
        );
    });
  });
  for (const one of words) places.take(wordsBox(one));
  return [...parts, group({ fill: paint(ink) }, ...words.map(drawWords)), legend(bars, panel)]
    .filter(Boolean)
    .join("\n");
}

function bar(
  { marker }: BarTrace,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): string {
  const line = strokeOf(marker?.line, { color: ink, width: 0 });
  return element("rect", {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: paint(marker?.color ?? ink),
    ...line,
  });
}

/** Pixels between two neighbouring places of the bars' axis. */
function stepOf(panel: Panel, lying: boolean): number {
  const span = lying ? panel.ySpan : panel.xSpan;
  const length = lying ? panel.box.bottom - panel.box.top : panel.box.right - panel.box.left;
  const unit = length / Math.abs(span.domain[1] - span.domain[0]);
  if (span.kind === "category") return unit;
  const numbers = panel.traces
    .flatMap(({ trace }) => (trace.type === "bar" ? (lying ? trace.y : trace.x) : []))
    .map((value) => span.number(value))
    .sort((a, b) => a - b);
  const steps = numbers
    .slice(1)
    .map((value, i) => value - numbers[i])
    .filter((one) => one > 0);
  return unit * (steps.length ? Math.min(...steps) : 1);
}

function legend(bars: readonly BarTrace[], panel: Panel): string {
  if (!legendNames(panel).length) return "";
  const side = narrowSize * 0.7;
  const y = panel.ceiling + narrowSize * lineHeight * 0.5;
  let x = panel.box.left;
  const parts = bars.map((trace) => {
    const name = trace.name ?? "";
    const swatch = bar(trace, {
      left: x,
      right: x + side,
      top: y - side / 2,
      bottom: y + side / 2,
    });
    const words = drawWords({ text: name, x: x + side + 6, y, color: paint(ink) });
    x += side + 6 + textBox(name, narrowSize).width + 18;
    return swatch + words;
  });
  return parts.join("\n");
}
