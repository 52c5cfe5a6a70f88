import { jupyterDisplay, type MimeBundle } from "../num/display.js";
import { isRecords, table } from "./tables/table.js";
import { valueText } from "./tables/valueText.js";

/**
 * What a value displays as: its own bundle if it has one, a table if it is a list of records, else plain text.
 *
 * @param value anything
 * @returns media types to contents, `text/plain` always among them, without colour codes
 */
export function toBundle(value: unknown): MimeBundle {
  const own = ownBundle(value);
  if (own) return "text/plain" in own ? own : { ...own, "text/plain": valueText(value) };
  if (isRecords(value)) return table(value)[jupyterDisplay]();
  return { "text/plain": valueText(value) };
}

function ownBundle(value: unknown): MimeBundle | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  const method = (value as Record<symbol, unknown>)[jupyterDisplay];
  if (typeof method !== "function") return undefined;
  const bundle = method.call(value) as unknown;
  if (typeof bundle !== "object" || bundle === null) {
    throw new TypeError(
      `show: value's display method must give an object of media types, got ${bundle}`,
    );
  }
  return bundle as MimeBundle;
}
