import { isJsonType, type MimeData } from "../notebook/index.js";
import { recordTable } from "./recordTable.js";
import { valueText } from "./valueText.js";

const jupyterDisplay = Symbol.for("Jupyter.display");

/** What a value displays as: its own bundle, a table if it is a list of records, else a readable text. */
export function valueBundle(value: unknown): MimeData {
  const own = (value as Record<symbol, unknown>)[jupyterDisplay];
  if (typeof own === "function") return mimeBundle(own.call(value));
  const text = valueText(value);
  const table = recordTable(value);
  return table ? { "text/html": table, "text/plain": text } : { "text/plain": text };
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
