import { extent } from "d3-array";
import { interpolateRgb } from "d3-interpolate";
import { interpolateGreys, interpolateViridis } from "d3-scale-chromatic";
import { inkScale, lineScale, paper } from "../../spec/colours.js";
import type { GridTrace } from "../../spec/plotly.js";
import type { Attributes } from "../markup.js";
import { isToken, paint } from "../paint.js";

/** Colours of the values of a grid. */
export interface Colours {
  low: number;
  high: number;
  /** Share of a value on the way from the lowest to the highest, 0 … 1. */
  share(value: number): number;
  /** Fill of a share. */
  fill(share: number): Attributes;
  /** Whether words on that fill are written in the colour of the paper. */
  isDark(share: number): boolean;
}

/** The colour scale of a trace; one from paper to another token of the page follows the page. */
export function coloursOf(trace: GridTrace): Colours {
  const { z, reversescale, zmin, zmax, cmin, cmax } = trace;
  // Lines and names stand over the bands of a contour: these stay light.
  const { colorscale = trace.type === "heatmap" ? inkScale : lineScale } = trace;
  const [low = 0, high = 1] = extent(z.flat().filter((value): value is number => value !== null));
  const [from, to] = [zmin ?? cmin ?? low, zmax ?? cmax ?? high];
  const share = (value: number) => {
    const part = to === from ? 0.5 : Math.min(1, Math.max(0, (value - from) / (to - from)));
    return reversescale ? 1 - part : part;
  };
  const range = { low: from, high: to, share };
  if (typeof colorscale === "string") {
    // Plotly's Greys run from black to white, those of d3 the other way.
    const named = { Greys: (t: number) => interpolateGreys(1 - t), Viridis: interpolateViridis }[
      colorscale
    ];
    return { ...range, fill: (t) => ({ fill: named(t) }), isDark: (t) => t < 0.5 };
  }
  const last = colorscale[colorscale.length - 1][1];
  if (colorscale.length === 2 && colorscale[0][1].toLowerCase() === paper && isToken(last)) {
    const fill = (t: number) => ({
      fill: paint(last),
      "fill-opacity": String(Math.round(t * 1000) / 1000),
    });
    return { ...range, fill, isDark: (t) => t > 0.55 };
  }
  return {
    ...range,
    fill: (t) => ({ fill: mixed(colorscale, t) }),
    isDark: (t) => brightness(mixed(colorscale, t)) < 0.5,
  };
}

function mixed(stops: [number, string][], t: number): string {
  const next = Math.max(
    1,
    stops.findIndex(([at]) => at >= t),
  );
  const [[from, one], [to, other]] = [stops[next - 1], stops[next] ?? stops[stops.length - 1]];
  return interpolateRgb(
    one,
    other,
  )(to === from ? 0 : Math.min(1, Math.max(0, (t - from) / (to - from))));
}

function brightness(rgb: string): number {
  const [r = 0, g = 0, b = 0] = (rgb.match(/\d+/g) ?? []).map(Number);
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}
