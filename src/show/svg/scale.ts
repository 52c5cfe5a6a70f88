import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { refuseValue } from "../../num/check.js";
import type { Axis, Position } from "../spec/plotly.js";

/** The values that stand on an axis: of which trace, and whether they ask for air or for zero. */
export interface Stand {
  values: readonly (Position | null)[];
  path: string;
  /** Half a step beyond the ends, for bars and cells. */
  half?: number;
  /** A share of the extent beyond either end, for points and words. */
  air?: number;
  zero?: boolean;
  /** Ends on round numbers. */
  nice?: boolean;
}

/** An axis without its place: positions become numbers, numbers lie in a domain. */
export interface Span {
  kind: "linear" | "log" | "category";
  categories: string[];
  /** From left to right, or from bottom to top; in powers of ten if logarithmic. */
  domain: [number, number];
  number(value: Position): number;
}

/** The span of an axis over all that stands on it. */
export function spanOf(axis: Axis, name: string, stands: readonly Stand[]): Span {
  const all = stands.flatMap(({ values }) => values);
  const words = all.some((value) => typeof value === "string") || axis.type === "category";
  const kind = words ? "category" : axis.type === "log" ? "log" : "linear";
  const listed = axis.categoryarray ?? [];
  const categories = kind === "category" ? [...new Set([...listed, ...all.flatMap(named)])] : [];
  const index = new Map(categories.map((one, i) => [one, i]));
  const number = (value: Position): number => {
    if (kind === "category") return index.get(String(value)) ?? Number(value);
    return kind === "log" ? Math.log10(Number(value)) : Number(value);
  };
  if (kind === "log") checkPositive(name, stands);
  const [low, high] = axis.range?.map((end) => (kind === "log" ? Number(end) : number(end))) ?? [];
  let domain =
    low === undefined || high === undefined
      ? spread(stands, number, kind)
      : ([low, high] as [number, number]);
  if (domain[0] === domain[1]) domain = [domain[0] - 0.5, domain[1] + 0.5];
  if (axis.autorange === "reversed") domain = [domain[1], domain[0]];
  if (!domain.every(Number.isFinite))
    refuseValue("figure", `layout.${name}.range`, "be finite", axis.range);
  return { kind, categories, domain, number };
}

function named(value: Position | null): string[] {
  return value === null ? [] : [String(value)];
}

function checkPositive(name: string, stands: readonly Stand[]): void {
  for (const { values, path } of stands) {
    values.forEach((value, i) => {
      if (value !== null && !(Number(value) > 0)) {
        refuseValue("figure", `${path}[${i}]`, `be > 0 on the logarithmic ${name}`, value);
      }
    });
  }
}

function spread(
  stands: readonly Stand[],
  number: (value: Position) => number,
  kind: Span["kind"],
): [number, number] {
  const ends = stands.flatMap(({ values, half = 0, air = 0, zero }) => {
    const [low, high] = extent(values.flatMap((value) => (value === null ? [] : [number(value)])));
    if (low === undefined || high === undefined) return [];
    const more = half + air * (high - low);
    if (!zero) return [low - more, high + more];
    return [low < 0 ? low - more : 0, high > 0 ? high + more : 0];
  });
  if (kind === "category") ends.push(-0.5);
  const [low, high] = extent(ends);
  if (low === undefined || high === undefined) return [0, 1];
  if (kind !== "linear" || !stands.some(({ nice }) => nice)) return [low, high];
  return scaleLinear().domain([low, high]).nice(5).domain() as [number, number];
}
