import type { GridTrace, Position } from "../spec/plotly.js";
import { gridPlaces } from "./gridPlaces.js";
import type { Pair } from "./panel.js";
import type { Stand } from "./scale.js";

/** What stands on one of the two axes of a pair: the ends of the axis follow from it. */
export function standsOf({ traces, xAxis, yAxis }: Pair, side: "x" | "y"): Stand[] {
  const points = traces.some(
    ({ trace }) => trace.type === "scatter" && !(trace.mode ?? "lines").includes("lines"),
  );
  const onlyPoints =
    points &&
    traces.every(
      ({ trace }) => trace.type === "scatter" && !(trace.mode ?? "lines").includes("lines"),
    );
  // Bars and grids say themselves where the axis ends.
  const bounded = traces.some(({ trace }) => trace.type !== "scatter");
  return traces.flatMap(({ trace, index }): Stand[] => {
    const path = `data[${index}].${side}`;
    if (trace.type === "bar") {
      const along = (trace.orientation === "h") === (side === "y");
      if (along) return [{ values: trace[side], path, half: cellHalf(trace[side]) }];
      return [{ values: trace[side], path, zero: true, nice: true, air: trace.text ? 0.13 : 0 }];
    }
    if (isGridTrace(trace)) {
      const places = gridPlaces(trace, side);
      return [{ values: places, path, half: trace.type === "heatmap" ? cellHalf(places) : 0 }];
    }
    const values = trace[side];
    const log = (side === "x" ? xAxis : yAxis).type === "log";
    const fill = trace.type === "scatter" && trace.fill === "tozeroy" && side === "y";
    if (onlyPoints) return [{ values, path, air: 0.08, nice: side === "y" && !log }];
    return [{ values, path, nice: side === "y" && !bounded, zero: fill }];
  });
}

function isGridTrace(trace: { type: string }): trace is GridTrace {
  return ["heatmap", "contour", "surface"].includes(trace.type);
}

function cellHalf(values: readonly Position[]): number {
  const numbers = values.filter((value): value is number => typeof value === "number");
  if (numbers.length < values.length || numbers.length < 2) return 0.5;
  const sorted = [...numbers].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((value, i) => value - sorted[i]);
  return Math.min(...steps.filter((step) => step > 0), Infinity) / 2 || 0.5;
}
