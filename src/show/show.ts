import { createRequire } from "node:module";
import { inspect } from "node:util";
import { jupyterDisplay, type MimeBundle } from "../num/index.js";
import { table } from "./table.js";

const hook = Symbol.for("rederive.display");

/** What a value displays as: its own bundle, a table for an array of records, else a readable text. */
export function toBundle(value: unknown): MimeBundle {
  const own = (value as Record<symbol, unknown> | null | undefined)?.[jupyterDisplay];
  if (typeof own === "function") return own.call(value) as MimeBundle;
  if (isRecords(value)) return table(value)[jupyterDisplay]();
  if (typeof value === "string") return { "text/plain": value };
  return { "text/plain": inspect(value, { colors: false, depth: 4, breakLength: 100 }) };
}

function isRecords(value: unknown): value is Record<string, unknown>[] {
  const isRecord = (row: unknown) =>
    typeof row === "object" && row !== null && Object.getPrototypeOf(row) === Object.prototype;
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

/**
 * Displays a value below the cell, on every kernel: through the session's hook, through tslab where that runs, and as
 * text elsewhere.
 */
export function show(value: unknown): void {
  const bundle = toBundle(value);
  const own = (globalThis as Record<symbol, unknown>)[hook];
  if (typeof own === "function") {
    own(bundle);
    return;
  }
  const tslab = runningTslab();
  if (tslab) tslab({ data: bundle, metadata: {}, transient: {} }, false);
  else console.log(bundle["text/plain"]);
}

type WriteDisplay = (data: object, update: boolean) => void;

/** tslab's way to send a bundle, found in Node's module cache: the kernel's own copy, wherever it is installed. */
function runningTslab(): WriteDisplay | undefined {
  const cache = createRequire(import.meta.url).cache;
  for (const [path, module] of Object.entries(cache)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path)) continue;
    const { lastWriteDisplayData } = module?.exports as {
      lastWriteDisplayData?: WriteDisplay | null;
    };
    if (lastWriteDisplayData) return lastWriteDisplayData;
  }
  return undefined;
}
