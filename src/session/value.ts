import { inspect } from "node:util";
import type { MimeData } from "../notebook/types.js";

const jupyterDisplay = Symbol.for("Jupyter.display");

/** What a cell's last value displays as: its own bundle, or a readable text without colours. */
export function valueBundle(value: unknown): MimeData {
  const own = (value as Record<symbol, unknown>)[jupyterDisplay];
  if (typeof own === "function") return own.call(value) as MimeData;
  return { "text/plain": valueText(value) };
}

function valueText(value: unknown): string {
  if (typeof value === "string") return value;
  return inspect(value, {
    colors: false,
    depth: 4,
    maxArrayLength: 100,
    maxStringLength: 2000,
    breakLength: 100,
    sorted: false,
  });
}
