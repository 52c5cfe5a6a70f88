import type { CodeCell, Output } from "./types.js";

/** One place at which a new output differs from the stored one. */
export interface Difference {
  /** Output number (from 1) and path within it, for instance `output 1, text/plain`. */
  place: string;
  stored: string;
  now: string;
}

/**
 * Compares a cell's stored outputs with new ones, media type by media type; JSON is compared point by point.
 *
 * @param tolerance relative difference allowed between numbers, from the cell's metadata; 0 by default
 */
export function compareOutputs(stored: Output[], now: Output[], tolerance = 0): Difference[] {
  const differences: Difference[] = [];
  const report = (place: string, left: unknown, right: unknown) =>
    differences.push({ place, stored: brief(left), now: brief(right) });
  for (let i = 0; i < Math.max(stored.length, now.length); i++) {
    compareJson(plain(stored[i]), plain(now[i]), `output ${i + 1}`, tolerance, report);
  }
  return differences;
}

/** The tolerance that a cell states in `metadata.rederive.tolerance`, else 0. */
export function cellTolerance(cell: CodeCell): number {
  const own = cell.metadata.rederive as { tolerance?: unknown } | undefined;
  return typeof own?.tolerance === "number" && own.tolerance >= 0 ? own.tolerance : 0;
}

type Report = (place: string, left: unknown, right: unknown) => void;

/** Execution counts say when a cell ran, not what it gave. */
function plain(output: Output | undefined): unknown {
  if (!output || output.output_type !== "execute_result") return output;
  const { execution_count: _count, ...rest } = output;
  return rest;
}

function compareJson(left: unknown, right: unknown, place: string, tol: number, report: Report) {
  if (Object.is(left, right)) return;
  if (typeof left === "number" && typeof right === "number") {
    if (!near(left, right, tol)) report(place, left, right);
  } else if (typeof left === "string" && typeof right === "string") {
    compareText(left, right, place, tol, report);
  } else if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) {
      report(`${place}: length`, left.length, right.length);
      return;
    }
    left.forEach((item, i) => compareJson(item, right[i], `${place}[${i}]`, tol, report));
  } else if (isObject(left) && isObject(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      compareJson(left[key], right[key], join(place, key), tol, report);
    }
  } else {
    report(place, left, right);
  }
}

const numberPattern = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

function compareText(left: string, right: string, place: string, tol: number, report: Report) {
  if (tol > 0 && left.replace(numberPattern, "#") === right.replace(numberPattern, "#")) {
    const before = left.match(numberPattern) ?? [];
    const after = right.match(numberPattern) ?? [];
    if (before.every((text, i) => near(Number(text), Number(after[i]), tol))) return;
  }
  const [leftLines, rightLines] = [left.split("\n"), right.split("\n")];
  const line = leftLines.findIndex((text, i) => text !== rightLines[i]);
  const at = line < 0 ? leftLines.length : line;
  report(leftLines.length > 1 ? `${place}, line ${at + 1}` : place, leftLines[at], rightLines[at]);
}

function near(left: number, right: number, tolerance: number): boolean {
  return Math.abs(left - right) <= tolerance * Math.max(Math.abs(left), Math.abs(right));
}

function join(place: string, key: string): string {
  if (key === "data" || key === "text") return place;
  return place.includes(", ") ? `${place}.${key}` : `${place}, ${key}`;
}

function brief(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
