import { compareText } from "./compareText.js";
import type { Output } from "../format/types.js";
import type { CellRules } from "../rules/cellRules.js";
import { exact, isNear, type Tolerance, toleranceText } from "../rules/tolerance.js";
import { pixelDifference } from "./pixels.js";
import { readied } from "./readied.js";

/** One place at which a new output differs from the stored one. */
export interface Difference {
  /** Where, for instance `output 1, text/plain, line 2` or `output 2, data[0].y[40]`. */
  place: string;
  stored: string;
  now: string;
  /** By how much two numbers differ and what is allowed, where a tolerance is given. */
  beyond?: string;
}

/** What may differ between a cell's stored outputs and new ones. */
export type Allowed = Pick<CellRules, "tolerance" | "sanitise" | "ignoredKinds">;

const nothing: Allowed = { tolerance: exact, sanitise: [], ignoredKinds: [] };

/**
 * Compares a cell's stored outputs with new ones, media type by media type; JSON is compared point by point, PNG pixel by
 * pixel.
 */
export function compareOutputs(
  stored: Output[],
  now: Output[],
  allowed: Allowed = nothing,
): Difference[] {
  const differences: Difference[] = [];
  const compare = new Comparison(allowed, (place, left, right) =>
    differences.push({
      place,
      stored: brief(left),
      now: brief(right),
      ...beyond(left, right, allowed.tolerance),
    }),
  );
  const [before, after] = [stored, now].map((outputs) => readied(outputs, allowed));
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    compare.outputs(before[i], after[i], `output ${i + 1}`);
  }
  return differences;
}

class Comparison {
  constructor(
    private readonly allowed: Allowed,
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
        if (type === "image/png" && typeof a === "string" && typeof b === "string") {
          this.pictures(a, b, `${place}, ${type}`);
        } else this.values(a, b, isText ? `${place}, ${type}` : place);
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

  pictures(left: string, right: string, place: string): void {
    const found = left === right ? undefined : pixelDifference(left, right);
    if (found) this.report(`${place}${found.place}`, found.left, found.right);
  }

  near(left: number, right: number): boolean {
    return isNear(left, right, this.allowed.tolerance);
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

function beyond(left: unknown, right: unknown, tolerance: Tolerance): { beyond?: string } {
  if (tolerance === exact || typeof left !== "number" || typeof right !== "number") return {};
  const difference = Math.abs(left - right);
  const part = difference / Math.max(Math.abs(left), Math.abs(right));
  const by = `${difference.toPrecision(2)}, ${part.toPrecision(2)} of the larger number`;
  return { beyond: `differs by ${by}; allowed ${toleranceText(tolerance)}` };
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
  if (text.length <= mostShown) return text;
  const half = (mostShown - 3) / 2; // the end tells two long values apart as often as the beginning
  return `${text.slice(0, Math.ceil(half))}...${text.slice(-Math.floor(half))}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
