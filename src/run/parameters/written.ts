import type { Parameter } from "./declared.js";

/** A value of JSON, or a text that is none. */
export type Value = null | boolean | number | string | Value[] | { [name: string]: Value };

/** How a language writes a value, an assignment and a comment. */
export interface Writer {
  comment: string;
  assign(parameter: Parameter, value: Value): string;
}

const members = (value: object, entry: (name: string, one: Value) => string): string =>
  Object.entries(value)
    .map(([name, one]) => entry(name, one as Value))
    .join(", ");

/** A text of JSON, which is one of TypeScript, Python and R, too: all of it beyond ASCII stays as it is. */
const text = (value: string): string => JSON.stringify(value);

function inPython(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return JSON.stringify(value);
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map(inPython).join(", ")}]`;
  return `{${members(value, (name, one) => `${text(name)}: ${inPython(one)}`)}}`;
}

function inR(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return JSON.stringify(value);
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `list(${value.map(inR).join(", ")})`;
  return `list(${members(value, (name, one) => `${text(name)} = ${inR(one)}`)})`;
}

/**
 * The languages whose parameters can be set.
 *
 * @source papermill 2.7, "Parameterize", and its translators of Python and R
 */
export const writers: Record<string, Writer> = {
  // Declared again with its type: a value of another type is an error of the injected cell.
  typescript: {
    comment: "//",
    assign: ({ name, type }, value) =>
      `let ${name}${type ? `: ${type}` : ""} = ${JSON.stringify(value)};`,
  },
  javascript: {
    comment: "//",
    assign: ({ name }, value) => `let ${name} = ${JSON.stringify(value)};`,
  },
  python: { comment: "#", assign: ({ name }, value) => `${name} = ${inPython(value)}` },
  r: { comment: "#", assign: ({ name }, value) => `${name} = ${inR(value)}` },
};
