import { ink } from "../../spec/colours.js";
import type { Position, Shape } from "../../spec/plotly.js";
import { element, short } from "../markup.js";
import type { Panel } from "../panel.js";
import { paint, strokeOf } from "../paint.js";

/** Position to pixel for a `xref` or `yref`: an axis, its domain, or the whole paper. */
export function refs(
  xref: string | undefined,
  yref: string | undefined,
  panels: readonly Panel[],
): { px(value: Position): number; py(value: Position): number; panel: Panel } {
  const bare = (ref: string | undefined) => ref?.replace(" domain", "");
  const panel =
    panels.find(({ x, y }) => x === bare(xref) && y === bare(yref)) ??
    panels.find(({ x, y }) => x === bare(xref) || y === bare(yref)) ??
    panels[0];
  const { box } = panel;
  const share = (ref: string | undefined) => ref === "paper" || ref?.endsWith(" domain");
  return {
    panel,
    px: share(xref) ? (value) => box.left + Number(value) * (box.right - box.left) : panel.px,
    py: share(yref) ? (value) => box.bottom - Number(value) * (box.bottom - box.top) : panel.py,
  };
}

/** A line, rectangle, circle or path in the coordinates of its axes. */
export function drawShape(shape: Shape, panels: readonly Panel[]): string {
  const { px, py } = refs(shape.xref, shape.yref, panels);
  const look = {
    fill: shape.type === "line" ? undefined : paint(shape.fillcolor ?? "transparent"),
    ...strokeOf(shape.line, { color: ink, width: 1.2 }),
    ...(shape.opacity !== undefined && { opacity: String(shape.opacity) }),
  };
  if (shape.type === "path") {
    return element("path", {
      d: moved(shape.path ?? "", px, py),
      ...look,
      "stroke-linejoin": "round",
    });
  }
  const [x0, x1] = [px(shape.x0 ?? 0), px(shape.x1 ?? 0)];
  const [y0, y1] = [py(shape.y0 ?? 0), py(shape.y1 ?? 0)];
  if (shape.type === "line") return element("line", { x1: x0, y1: y0, x2: x1, y2: y1, ...look });
  const [left, top] = [Math.min(x0, x1), Math.min(y0, y1)];
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (shape.type === "rect") return element("rect", { x: left, y: top, width, height, ...look });
  return element("ellipse", {
    cx: left + width / 2,
    cy: top + height / 2,
    rx: width / 2,
    ry: height / 2,
    ...look,
  });
}

/** A path of M, L, C, Q and Z with absolute places, moved into the picture. */
function moved(path: string, px: (value: number) => number, py: (value: number) => number): string {
  let across = true;
  return path.replace(/[A-Za-z]|-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (token) => {
    if (/[A-Za-z]/.test(token)) {
      across = true;
      return token;
    }
    const text = short((across ? px : py)(Number(token)));
    across = !across;
    return text;
  });
}
