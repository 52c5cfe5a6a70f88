import { checkKeys, refuseKind, refuseValue } from "../../num/check.js";
import { plain } from "./charts.js";
import { type Figure, figure } from "./figure.js";
import type { Annotation, Axis, Layout, Shape, Trace } from "../spec/plotly.js";

/** How several figures stand in one. */
export interface PanelsSpec {
  title: string;
  description: string;
  summary?: string | readonly string[];
  /** Rows from the top, each with its figures from the left. */
  rows: readonly (readonly Figure[])[];
  /** Height of each row against the others. */
  heights?: readonly number[];
  /** Height of the whole in pixels, for a width of 480. */
  height?: number;
}

/** Share of the width or height left between two panels. */
const gap = 0.06;

/**
 * Several figures in one picture, each under its own title.
 *
 * @throws TypeError or RangeError that names the panel which cannot be placed
 */
export function panels(spec: PanelsSpec): Figure {
  checkKeys("panels", "spec", spec, [
    "title",
    "description",
    "summary",
    "rows",
    "heights",
    "height",
  ]);
  const { rows, heights = rows.map(() => 1), height = 220 * rows.length } = spec;
  if (!Array.isArray(rows)) refuseKind("panels", "rows", "be an array of rows of figures", rows);
  if (!rows.length) refuseValue("panels", "rows", "have at least one row", []);
  if (heights.length !== rows.length) {
    refuseValue("panels", "heights", `have ${rows.length} entries`, heights.length);
  }
  const data: Trace[] = [];
  const layout: Layout = { ...plain(height), annotations: [], shapes: [], showlegend: false };
  const total = heights.reduce((sum, one) => sum + one, 0);
  let index = 0;
  let top = 1;
  (rows as readonly (readonly Figure[])[]).forEach((row, r) => {
    const tall = ((1 - gap * (rows.length - 1)) * heights[r]) / total;
    row.forEach((one, c) => {
      index += 1;
      const wide = (1 - gap * (row.length - 1)) / row.length;
      const left = c * (wide + gap);
      place(one, index, [left, left + wide], [Math.max(0, top - tall), top], data, layout);
    });
    top -= tall + gap;
  });
  const { title, description, summary } = spec;
  return figure({ data, layout, title, description, ...(summary !== undefined && { summary }) });
}

function place(
  one: Figure,
  index: number,
  across: [number, number],
  down: [number, number],
  data: Trace[],
  layout: Layout,
): void {
  if (one.layout?.scene || Object.keys(one.layout ?? {}).some((key) => /^[xy]axis\d/.test(key))) {
    refuseValue("panels", "rows", "hold figures with one flat pair of axes", one.title);
  }
  const n = index === 1 ? "" : String(index);
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const fit = (axis: Axis | undefined, domain: [number, number], anchor: string): Axis => ({
    ...axis,
    domain: [round(domain[0]), round(domain[1])],
    anchor,
    ...(axis?.scaleanchor && { scaleanchor: `x${n}` }),
  });
  layout[`xaxis${n}`] = fit(one.layout.xaxis, across, `y${n}`);
  layout[`yaxis${n}`] = fit(one.layout.yaxis, down, `x${n}`);
  for (const trace of one.data) data.push({ ...trace, xaxis: `x${n}`, yaxis: `y${n}` });
  const moved = <T extends Annotation | Shape>(part: T): T => ({
    ...part,
    xref: part.xref === "paper" ? `x${n} domain` : `x${n}`,
    yref: part.yref === "paper" ? `y${n} domain` : `y${n}`,
  });
  const heading: Annotation = {
    text: one.title,
    showarrow: false,
    xref: `x${n} domain`,
    yref: `y${n} domain`,
    x: 0,
    y: 1,
    xanchor: "left",
    yanchor: "bottom",
    yshift: 6,
  };
  layout.annotations?.push(heading, ...(one.layout.annotations ?? []).map(moved));
  layout.shapes?.push(...(one.layout.shapes ?? []).map(moved));
}
