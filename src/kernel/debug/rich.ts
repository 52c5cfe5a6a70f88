import type { Runtime } from "node:inspector";
import type { Attachment } from "./attachment.js";
import { describe } from "./describe.js";

/**
 * A value as a cell would show it. While the code stands nothing that has to be waited for can come: it is then shown as
 * text.
 */
export async function richly(
  { view, stops }: Attachment,
  value: Runtime.RemoteObject,
): Promise<object> {
  const { objectId, type } = value;
  if (objectId) return view.of(objectId, stops.isStopped() ? "text" : "bundle");
  return { "text/plain": type === "string" ? String(value.value) : describe(value) };
}
