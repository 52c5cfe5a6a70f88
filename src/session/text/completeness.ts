import { parseCell } from "./parse.js";
import type { Completeness } from "../types.js";

/** Whether a cell could run as it stands, goes on in the next line, or cannot become right by going on. */
export function completeness(code: string): Completeness {
  const [error] = parseCell(code).errors;
  if (!error) return { status: "complete" };
  const opened = code.slice(error.start, error.start + 2);
  const unclosed = /^Unterminated/.test(error.message) && (opened[0] === "`" || opened === "/*");
  const atEnd = error.start >= code.trimEnd().length;
  if (!unclosed && !atEnd) return { status: "invalid" };
  return { status: "incomplete", indent: unclosed ? "" : nextIndent(code) };
}

/** The last line's indentation, one step more if it opens a bracket that it does not close. */
function nextIndent(code: string): string {
  const line = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return /[{([][^})\]]*$/.test(line) ? `${indent}  ` : indent;
}
