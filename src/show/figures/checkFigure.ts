import { describe, refuseKind, refuseValue } from "../../num/check.js";
import type { FigureSpec } from "./figureSpec.js";
import type { GridTrace, Layout, Trace } from "../spec/plotly.js";

const drawn = ["scatter", "bar", "heatmap", "contour", "surface", "scatter3d"];
const modes = ["lines", "markers", "lines+markers", "text", "markers+text", "lines+text"];

/** A figure whose parts are known to be drawable, as plain JSON. */
export interface CheckedFigure {
  data: readonly Trace[];
  layout: Layout;
  title: string;
  description: string;
}

/** Gives the figure back as plain JSON, or refuses by name what cannot be drawn or stored. */
export function checkFigure(spec: FigureSpec): CheckedFigure {
  if (typeof spec !== "object" || spec === null) {
    refuseKind("figure", "spec", "be an object with data, title and description", spec);
  }
  for (const name of ["title", "description"] as const) {
    if (typeof spec[name] !== "string") refuseKind("figure", name, "be a string", spec[name]);
    if (!spec[name].trim()) refuseValue("figure", name, "not be empty", spec[name]);
  }
  if (!Array.isArray(spec.data)) refuseKind("figure", "data", "be an array of traces", spec.data);
  const data = plain(spec.data, "data") as Trace[];
  const layout = plain(spec.layout ?? {}, "layout") as Layout;
  if (typeof layout !== "object" || Array.isArray(layout)) {
    refuseKind("figure", "layout", "be an object", spec.layout);
  }
  if (!data.length && !layout.shapes?.length && !layout.annotations?.length) {
    refuseValue("figure", "data", "hold a trace, or layout a shape", []);
  }
  data.forEach((trace, i) => checkTrace(trace, `data[${i}]`));
  if (
    data.some(({ type }) => type === "scatter3d") &&
    !data.some(({ type }) => type === "surface")
  ) {
    refuseValue("figure", "data", "hold a surface below its scatter3d points", "none");
  }
  checkShapes(layout);
  return { data, layout, title: spec.title, description: spec.description };
}

function checkTrace(trace: Trace, path: string): void {
  if (typeof trace !== "object" || trace === null) refuseKind("figure", path, "be a trace", trace);
  if (!drawn.includes(trace.type)) {
    const list = drawn.slice(0, 5).join(", ");
    refuseValue("figure", `${path}.type`, `be one of ${list}`, trace.type);
  }
  if (isGrid(trace)) {
    checkGrid(trace, path);
    return;
  }
  checkEntries(trace.x, `${path}.x`);
  checkEntries(trace.y, `${path}.y`, trace.type === "scatter");
  checkLength(trace.y, trace.x.length, `${path}.y`);
  if (!trace.x.length) refuseValue("figure", `${path}.x`, "have at least one entry", []);
  if (trace.type === "scatter3d") {
    checkEntries(trace.z, `${path}.z`);
    checkLength(trace.z, trace.x.length, `${path}.z`);
  }
  if (Array.isArray(trace.text)) checkLength(trace.text, trace.x.length, `${path}.text`);
  if ("mode" in trace && trace.mode !== undefined && !modes.includes(trace.mode)) {
    refuseValue("figure", `${path}.mode`, `be one of ${modes.join(", ")}`, trace.mode);
  }
}

/** Whether a trace holds a value for each place of a grid. */
export function isGrid(trace: Trace): trace is GridTrace {
  return trace.type === "heatmap" || trace.type === "contour" || trace.type === "surface";
}

function checkGrid(trace: GridTrace, path: string): void {
  const { z, x, y } = trace;
  const rows =
    Array.isArray(z) && z.length > 0 && z.every((row) => Array.isArray(row) && row.length > 0);
  if (!rows) refuseKind("figure", `${path}.z`, "be an array of rows of numbers", z);
  z.forEach((row, j) => {
    checkLength(row, z[0].length, `${path}.z[${j}]`);
    row.forEach((value, i) => {
      if (value !== null && typeof value !== "number") {
        refuseKind("figure", `${path}.z[${j}][${i}]`, "be a number or null", value);
      }
    });
  });
  if (!z.flat().some((value) => value !== null)) {
    refuseValue("figure", `${path}.z`, "hold a number", "only null");
  }
  if (trace.type !== "heatmap" && (z.length < 2 || z[0].length < 2)) {
    refuseValue("figure", `${path}.z`, "have at least 2 rows and 2 columns", [
      z.length,
      z[0].length,
    ]);
  }
  if (x !== undefined) checkLength(x, z[0].length, `${path}.x`);
  if (y !== undefined) checkLength(y, z.length, `${path}.y`);
  if (trace.text !== undefined) checkLength(trace.text, z.length, `${path}.text`);
}

function checkShapes({ shapes = [] }: Layout): void {
  shapes.forEach((shape, i) => {
    const path = `layout.shapes[${i}]`;
    const kinds = ["line", "rect", "circle", "path"];
    if (!kinds.includes(shape.type)) {
      refuseValue("figure", `${path}.type`, `be one of ${kinds.join(", ")}`, shape.type);
    }
    const needed =
      shape.type === "path" ? (["path"] as const) : (["x0", "x1", "y0", "y1"] as const);
    for (const key of needed) {
      if (shape[key] === undefined) refuseKind("figure", `${path}.${key}`, "be given", undefined);
    }
  });
}

function checkEntries(value: readonly unknown[], path: string, gaps = false): void {
  checkList(value, path);
  value.forEach((one, i) => {
    if (typeof one === "number" || typeof one === "string" || (gaps && one === null)) return;
    refuseKind("figure", `${path}[${i}]`, "be a number or the name of a category", one);
  });
}

function checkList(value: unknown, path: string): void {
  if (!Array.isArray(value)) refuseKind("figure", path, "be an array", value);
}

function checkLength(value: readonly unknown[], length: number, path: string): void {
  checkList(value, path);
  if (value.length !== length) refuseValue("figure", path, `have ${length} entries`, value.length);
}

/** A copy in plain JSON; a typed array becomes an array, a key without a value is dropped. */
function plain(value: unknown, path: string): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) refuseValue("figure", path, "be a finite number", value);
    return Object.is(value, -0) ? 0 : value;
  }
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return plain([...(value as unknown as Iterable<unknown>)], path);
  }
  if (Array.isArray(value)) return Array.from(value, (one, i) => plain(one, `${path}[${i}]`));
  if (typeof value === "object") {
    const exact = (value as { toNumber?: () => number }).toNumber;
    if (typeof exact === "function") return plain(exact.call(value), path);
    return Object.fromEntries(
      Object.entries(value as object)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => [key, plain(one, `${path}.${key}`)]),
    );
  }
  return refuseKind("figure", path, "be plain data", describe(value));
}
