import { inspect } from "node:util";

/** Characters of a string beyond which it is cut. */
const longString = 2000;
/** Elements that are listed, and characters of a line: as many as Node lists, on lines that fit beside a notebook. */
const mostElements = 100;
const lineLength = 100;

/** A value in plain text: no colours, no order that depends on the machine, nothing without end. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return folded(value);
  if (value instanceof Error) return errorText(value);
  return inspect(value, {
    colors: false,
    depth: 4,
    maxArrayLength: mostElements,
    maxStringLength: longString,
    breakLength: lineLength,
  });
}

function folded(text: string): string {
  if (text.length <= longString) return text;
  const half = longString / 2;
  return `${text.slice(0, half)}\n… ${text.length - longString} characters left out …\n${text.slice(-half)}`;
}

/** Name, message and causes; the stack is left out, because its paths differ from machine to machine. */
function errorText(error: Error, depth = 0): string {
  const head = `${error.name}: ${error.message}`;
  if (error.cause === undefined || depth === 8) return head;
  const { cause } = error;
  return `${head}\ncaused by ${cause instanceof Error ? errorText(cause, depth + 1) : valueText(cause)}`;
}
