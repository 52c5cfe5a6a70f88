import { isJsonType, type MimeData } from "../../notebook/index.js";
import { frameForm } from "./dataFrame.js";
import { elementForm } from "./elements.js";
import { ijavascriptForm } from "./own.js";
import { canvasForm, pictureForm } from "./pictures.js";
import { type Probe, probe } from "./probe.js";
import { recordTable } from "./recordTable.js";
import { chartForm } from "./specs.js";
import { needRoom } from "../interrupt/room.js";
import { guarded, isInterruption } from "../interrupt/guard.js";
import { valueText } from "./valueText.js";

const jupyterDisplay = Symbol.for("Jupyter.display");

/** Ways in which values show themselves that know nothing of this kernel, the first that holds before the others. */
const forms: ((
  one: Probe,
  value: unknown,
) => MimeData | undefined | Promise<MimeData | undefined>)[] = [
  ijavascriptForm,
  (_, value) => pictureForm(value),
  canvasForm,
  elementForm,
  chartForm,
  frameForm,
];

/**
 * What a value displays as: its own bundle, waited for if it has to come; what its library shows it as; a table if it
 * is a list of records; and always a readable text. What of it may loop is guarded as a cell's own code is.
 *
 * @throws what the value's own display method throws
 */
export async function valueBundle(value: unknown): Promise<MimeData> {
  const one = probe(value);
  const own = one?.get(jupyterDisplay);
  if (typeof own === "function") return mimeBundle(await guarded(() => own.call(value) as unknown));
  for (const form of one ? forms : []) {
    const found = await form(one as Probe, value);
    const bundle = found && plain(found);
    if (bundle) return "text/plain" in bundle ? bundle : { ...bundle, ...textOf(value) };
  }
  const table = one && guarded(() => recordTable(value));
  return table === undefined ? textOf(value) : { "text/html": table, ...textOf(value) };
}

function textOf(value: unknown): { "text/plain": string } {
  const mayLoop = typeof value === "object" || typeof value === "function";
  return { "text/plain": mayLoop ? guarded(() => valueText(value)) : valueText(value) };
}

/** A bundle that no author of a cell has made; undefined if it cannot be stored. */
function plain(found: MimeData): MimeData | undefined {
  try {
    return mimeBundle(found);
  } catch (error) {
    if (isInterruption(error)) throw error;
    return undefined;
  }
}

/**
 * A bundle as a notebook stores it: plain JSON, text under each media type that is not JSON.
 *
 * @throws TypeError if it is no such bundle
 */
export function mimeBundle(value: unknown): MimeData {
  needRoom();
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`display: a MIME bundle must be an object, got ${valueText(value)}`);
  }
  const bundle = JSON.parse(guarded(() => JSON.stringify(value))) as MimeData;
  for (const [type, content] of Object.entries(bundle)) {
    if (!isJsonType(type) && typeof content !== "string") {
      throw new TypeError(`display: ${type} must be text, got ${valueText(content)}`);
    }
  }
  return bundle;
}
