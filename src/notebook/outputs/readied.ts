import type { MimeData, Output } from "../format/types.js";
import type { CellRules, Sanitiser } from "../rules/cellRules.js";

/** Outputs as they are compared: without those that are ignored, and with what stands for text that differs each time. */
export function readied(
  outputs: Output[],
  { ignoredKinds, sanitise }: Pick<CellRules, "ignoredKinds" | "sanitise">,
): Output[] {
  const kept = ignoredKinds.length
    ? outputs.flatMap((output) => without(output, ignoredKinds))
    : outputs;
  return sanitise.length ? kept.map((output) => sanitised(output, sanitise)) : kept;
}

function without(output: Output, kinds: readonly string[]): Output[] {
  if (!("data" in output)) {
    const kind = output.output_type === "stream" ? output.name : output.output_type;
    return kinds.includes(kind) ? [] : [output];
  }
  const rest = Object.entries(output.data).filter(([type]) => !kinds.includes(type));
  return rest.length ? [{ ...output, data: Object.fromEntries(rest) }] : [];
}

function sanitised(output: Output, sanitisers: readonly Sanitiser[]): Output {
  const clean = (text: string) =>
    sanitisers.reduce((so, { pattern, replace }) => so.replace(pattern, replace), text);
  if ("text" in output) return { ...output, text: clean(output.text) };
  if ("data" in output) return { ...output, data: sanitisedData(output.data, clean) };
  const { ename, evalue, traceback } = output;
  return { ...output, ename, evalue: clean(evalue), traceback: traceback.map(clean) };
}

/** Pictures, sounds and documents are bytes in base64: what stands there is no text. */
const encoded = /^(?:(?:image|audio|video)\/(?!svg\+xml)|application\/pdf)/;

function sanitisedData(data: MimeData, clean: (text: string) => string): MimeData {
  const entries = Object.entries(data).map(([type, content]) => [
    type,
    encoded.test(type) ? content : deep(content, clean),
  ]);
  return Object.fromEntries(entries) as MimeData;
}

/** A value with each text in it changed. */
function deep(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, change)]));
}
