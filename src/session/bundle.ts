import { inspect } from "node:util";
import { isJsonType, type MimeData } from "../notebook/index.js";

const jupyterDisplay = Symbol.for("Jupyter.display");

/** What a cell's last value displays as: its own bundle, or a readable text without colours. */
export function valueBundle(value: unknown): MimeData {
  const own = (value as Record<symbol, unknown>)[jupyterDisplay];
  if (typeof own === "function") return mimeBundle(own.call(value));
  return { "text/plain": typeof value === "string" ? value : valueText(value) };
}

/** A readable text of a value; long ones are cut, so that a stored output stays readable too. */
export function valueText(value: unknown): string {
  return inspect(value, {
    colors: false,
    depth: 4,
    maxArrayLength: 100,
    maxStringLength: 2000,
    breakLength: 100,
  });
}

/**
 * A bundle as a notebook stores it: plain JSON, text under each media type that is not JSON.
 *
 * @throws TypeError if it is no such bundle
 */
export function mimeBundle(value: unknown): MimeData {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`display: a MIME bundle must be an object, got ${valueText(value)}`);
  }
  const bundle = JSON.parse(JSON.stringify(value)) as MimeData;
  for (const [type, content] of Object.entries(bundle)) {
    if (!isJsonType(type) && typeof content !== "string") {
      throw new TypeError(`display: ${type} must be text, got ${valueText(content)}`);
    }
  }
  return bundle;
}
