import { ink } from "../../spec/colours.js";
import type { Annotation } from "../../spec/plotly.js";
import { element, short } from "../markup.js";
import { isHeading, type Panel } from "../panel.js";
import { paint, strokeOf } from "../paint.js";
import type { Places } from "../placing.js";
import { refs } from "./shapes.js";
import { narrowSize, wrapped } from "../textWidth.js";
import { drawWords, type Words, wordsBox } from "../words.js";

/** Words at a place of the figure, with an arrow from them to the place if the figure asks for one. */
export function drawAnnotation(
  annotation: Annotation,
  panels: readonly Panel[],
  places: Places,
  unit: number,
  width: number,
): string {
  const { px, py, panel } = refs(annotation.xref, annotation.yref, panels);
  const scale = (annotation.font?.size ?? unit) / unit;
  const color = paint(annotation.font?.color ?? ink);
  const at = {
    x: px(annotation.x) + (annotation.xshift ?? 0),
    y: py(annotation.y) - (annotation.yshift ?? 0),
  };
  if (isHeading(annotation, panel)) {
    const room = Math.max(
      panel.box.right - panel.box.left,
      ((panel.xAxis.domain ?? [0, 1])[1] - (panel.xAxis.domain ?? [0, 1])[0]) * width,
    );
    const text = wrapped(annotation.text, room, narrowSize * scale);
    const heading: Words = { text, x: at.x, y: panel.ceiling - 6, down: "bottom", scale, color };
    places.take(wordsBox(heading));
    return drawWords(heading);
  }
  const arrow = annotation.showarrow ?? false;
  const words: Words = {
    text: annotation.text,
    x: at.x + (arrow ? (annotation.ax ?? 0) : 0),
    y: at.y + (arrow ? (annotation.ay ?? -30) : 0),
    across:
      ({ left: "start", center: "middle", right: "end" } as const)[annotation.xanchor as "left"] ??
      "middle",
    down: annotation.yanchor && annotation.yanchor !== "auto" ? annotation.yanchor : "middle",
    scale,
    color,
    ...(annotation.textangle && { angle: annotation.textangle }),
    ...(panel.xAxis.visible !== false && { rim: true }),
  };
  if (annotation.text) places.take(wordsBox(words));
  const line = arrow ? drawArrow(words, at, annotation) : "";
  return line + (annotation.text ? drawWords(words) : "");
}

/** A line from the words to the place, open arrowhead at the place. */
function drawArrow(words: Words, to: { x: number; y: number }, annotation: Annotation): string {
  const from = annotation.text ? edge(words, to) : { x: words.x, y: words.y };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 4) return "";
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const head =
    annotation.arrowhead === 0 ? "" : arrowHead(to, ux, uy, 4 * (annotation.arrowsize ?? 1));
  const look = strokeOf(
    { color: annotation.arrowcolor, width: annotation.arrowwidth },
    { color: ink, width: 1.2 },
  );
  const d = `M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}${head}`;
  return element("path", { d, fill: "none", ...look, "stroke-linejoin": "round" });
}

function arrowHead(
  { x, y }: { x: number; y: number },
  ux: number,
  uy: number,
  size: number,
): string {
  const [bx, by] = [x - ux * size * 1.3, y - uy * size * 1.3];
  const [nx, ny] = [-uy * size * 0.75, ux * size * 0.75];
  return `M${short(bx + nx)} ${short(by + ny)}L${short(x)} ${short(y)}L${short(bx - nx)} ${short(by - ny)}`;
}

/** Where the line from the middle of the words to a place leaves their box. */
function edge(words: Words, to: { x: number; y: number }): { x: number; y: number } {
  const box = wordsBox(words);
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  const share = Math.min(
    dx ? (box.right - box.left) / 2 / Math.abs(dx) : Infinity,
    dy ? (box.bottom - box.top) / 2 / Math.abs(dy) : Infinity,
    1,
  );
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}
