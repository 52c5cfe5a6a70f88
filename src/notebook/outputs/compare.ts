import { compareText } from "./compareText.js";
import type { CodeCell, Output } from "../format/types.js";

/** One place at which a new output differs from the stored one. */
export interface Difference {
  /** Where, for instance `output 1, text/plain, line 2` or `output 2, data[0].y[40]`. */
  place: string;
  stored: string;
  now: string;
  /** By how much two numbers differ and what is allowed, where a tolerance is given. */
  beyond?: string;
}

/**
 * Compares a cell's stored outputs with new ones, media type by media type; JSON is compared point by point.
 *
 * @param tolerance difference allowed between numbers, relative to the larger and at least to 1; 0 means equal
 */
export function compareOutputs(stored: Output[], now: Output[], tolerance = 0): Difference[] {
  const differences: Difference[] = [];
  const compare = new Comparison(tolerance, (place, left, right) =>
    differences.push({
      place,
      stored: brief(left),
      now: brief(right),
      ...beyond(left, right, tolerance),
    }),
  );
  for (let i = 0; i < Math.max(stored.length, now.length); i++) {
    compare.outputs(stored[i], now[i], `output ${i + 1}`);
  }
  return differences;
}

/** The tolerance that a cell states in `metadata.rederive.tolerance`, else 0. */
export function cellTolerance(cell: CodeCell): number {
  const own = cell.metadata.rederive as { tolerance?: unknown } | undefined;
  return typeof own?.tolerance === "number" && own.tolerance >= 0 ? own.tolerance : 0;
}

class Comparison {
  constructor(
    private readonly tolerance: number,
    private readonly report: (place: string, left: unknown, right: unknown) => void,
  ) {}

  outputs(left: Output | undefined, right: Output | undefined, place: string): void {
    if (!left || !right || left.output_type !== right.output_type) {
      this.report(place, summary(left), summary(right));
    } else if ("data" in left && "data" in right) {
      for (const type of keys(left.data, right.data)) {
        // A path within JSON says of itself where it is; text needs its media type.
        const [a, b] = [left.data[type], right.data[type]].map(readable);
        const isText = [a, b].some(
          (content) => content === undefined || typeof content === "string",
        );
        this.values(a, b, isText ? `${place}, ${type}` : place);
      }
      this.values(left.metadata, right.metadata, `${place}, metadata`);
    } else {
      this.values(left, right, place);
    }
  }

  values(left: unknown, right: unknown, place: string): void {
    if (Object.is(left, right)) return;
    if (typeof left === "number" && typeof right === "number") {
      if (!this.near(left, right)) this.report(place, left, right);
    } else if (typeof left === "string" && typeof right === "string") {
      const found = compareText(left, right, (a, b) => this.near(a, b));
      if (found) this.report(`${place}${found.place}`, found.left, found.right);
    } else if (Array.isArray(left) && Array.isArray(right)) {
      if (left.length !== right.length) {
        this.report(`${place}, number of entries`, left.length, right.length);
        return;
      }
      left.forEach((item, i) => this.values(item, right[i], `${place}[${i}]`));
    } else if (isObject(left) && isObject(right)) {
      for (const key of keys(left, right)) this.values(left[key], right[key], join(place, key));
    } else {
      this.report(place, left, right);
    }
  }

  near(left: number, right: number): boolean {
    const scale = Math.max(1, Math.abs(left), Math.abs(right));
    return Math.abs(left - right) <= this.tolerance * scale;
  }
}

/** HTML with the pictures in it as they were before they were encoded: what is near in them is found so. */
function readable(content: unknown): unknown {
  if (typeof content !== "string") return content;
  return content.replace(/(?<=src="data:image\/svg\+xml,)[^"]*/g, (data) => {
    try {
      return decodeURIComponent(data);
    } catch {
      return data;
    }
  });
}

/** Both in the measure of the tolerance: relative to the larger number, and at least to 1. */
function beyond(left: unknown, right: unknown, tolerance: number): { beyond?: string } {
  if (tolerance === 0 || typeof left !== "number" || typeof right !== "number") return {};
  const difference = Math.abs(left - right) / Math.max(1, Math.abs(left), Math.abs(right));
  return { beyond: `differs by ${difference.toPrecision(2)}, allowed ${tolerance}` };
}

function keys(left: object, right: object): string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])];
}

function join(place: string, key: string): string {
  return place.includes(", ") || place.includes("[") ? `${place}.${key}` : `${place}, ${key}`;
}

/** An output in a word or two, for one that has no partner. */
function summary(output: Output | undefined): unknown {
  if (!output) return undefined;
  if ("data" in output) return `${output.output_type} of ${Object.keys(output.data).join(", ")}`;
  return "text" in output ? output.text : `${output.ename}: ${output.evalue}`;
}

/** What two lines of a terminal hold of a value: the whole stands in the notebook. */
const mostShown = 160;

function brief(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown - 3)}...` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
