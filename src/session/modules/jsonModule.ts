import type vm from "node:vm";
import { CompileError } from "../text/compileError.js";
import { synthetic } from "./moduleKinds.js";
import { placeAt } from "../text/places.js";

/** JSON as its default export, and each of an object's values under its name, as TypeScript sees it. */
export function jsonModule(path: string, text: string): vm.Module {
  const data = parsed(path, text);
  const names = typeof data === "object" && !Array.isArray(data) ? data : {};
  return synthetic(path, { ...names, default: data });
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, " ")) as unknown;
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new CompileError({ ...placeAt(text, placeIn(text, message)), message, file: path }, text);
  }
}

/** Where a text is no JSON, by V8's message: that says it as a number, or shows ten characters before the place. */
function placeIn(text: string, message: string): number {
  const [, position] = / at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  const [, token, cut, part] =
    /^Unexpected token '(.)', (\.{3})?"([^]*)"(?:\.{3})? is not valid JSON$/.exec(message) ?? [];
  if (part === undefined) return text.length;
  return cut ? text.indexOf(part) + 10 : part.indexOf(token);
}
