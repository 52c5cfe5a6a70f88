import { refuseValue } from "../../num/check.js";
import { act, hair, ink, line, paper, proved, refuted, soft, sunk } from "../spec/colours.js";
import type { Stroke } from "../spec/plotly.js";
import type { Attributes } from "./markup.js";

const tokens: Record<string, string> = {
  [ink]: "ink",
  [soft]: "soft",
  [paper]: "paper",
  [sunk]: "sunk",
  [line]: "line",
  [hair]: "hair",
  [act]: "act",
  [proved]: "proved",
  [refuted]: "refuted",
};

const safe = /^(#[0-9a-f]{3,8}|[a-z]+|(rgb|hsl)a?\([\d.,%\s/]+\))$/i;

/** A colour of the figure as the picture writes it: the page's own tokens follow the page. */
export function paint(color: string): string {
  const token = tokens[color.toLowerCase()];
  if (token) return `var(--${token}, ${color.toLowerCase()})`;
  if (!safe.test(color.trim()))
    refuseValue("figure", "color", "be a name, #hex, rgb() or hsl()", color);
  return /^transparent$|^rgba\(.*,\s*0\s*\)$/.test(color.trim()) ? "none" : color.trim();
}

/** Whether a colour is one of the page's tokens. */
export function isToken(color: string): boolean {
  return color.toLowerCase() in tokens;
}

const dashes: Record<string, string | undefined> = {
  dot: "2 3",
  dash: "6 4",
  dashdot: "8 3 2 3",
};

/** A line's attributes; `fallback` says what the figure leaves open. */
export function strokeOf(
  stroke: Stroke | undefined,
  fallback: Required<Pick<Stroke, "color" | "width">>,
): Attributes {
  const { color = fallback.color, width = fallback.width, dash } = stroke ?? {};
  if (width === 0) return { stroke: "none" };
  return {
    stroke: paint(color),
    "stroke-width": String(width),
    "stroke-dasharray": dash && dashes[dash],
  };
}
