import type { Runtime } from "node:inspector";

/** A value in one line, as the inspector knows it: what it holds is looked into, but nothing of it is called. */
export function describe(value: Runtime.RemoteObject): string {
  const { type, subtype, description = "", preview } = value;
  if (type === "string") return JSON.stringify(value.value);
  if (type === "undefined") return "undefined";
  if (subtype === "null") return "null";
  if (type === "function") return description.split("\n")[0];
  if (type !== "object") return description || String(value.value);
  if (subtype === "error") return description.split("\n    at ")[0];
  return preview ? described(preview) : description;
}

function described({
  subtype,
  description = "",
  properties,
  entries,
  overflow,
}: Runtime.ObjectPreview): string {
  const isList = subtype === "array" || subtype === "typedarray";
  if (!properties.length && !entries?.length && !isList) {
    return description === "Object" ? "{}" : description;
  }
  const parts = entries
    ? entries.map(({ key, value }) => (key ? `${short(key)} => ${short(value)}` : short(value)))
    : properties.map((one) =>
        isList && /^\d+$/.test(one.name) ? shortValue(one) : `${one.name}: ${shortValue(one)}`,
      );
  const text = [...parts, ...(overflow ? ["…"] : [])].join(", ");
  const title = description === "Object" ? "" : `${description} `;
  return isList ? `${title}[${text}]` : `${title}{${text}}`;
}

function short(preview: Runtime.ObjectPreview): string {
  const { type, description = "" } = preview;
  return type === "string" ? JSON.stringify(description) : description;
}

function shortValue({ type, value = "" }: Runtime.PropertyPreview): string {
  if (type === "accessor") return "(…)";
  return type === "string" ? JSON.stringify(value) : value;
}

/** What kind of value it is, by the name of its class or of its type. */
export function kindOf({ type, subtype, className }: Runtime.RemoteObject): string {
  if (subtype === "null") return "null";
  return className ?? type;
}
