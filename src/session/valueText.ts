import { inspect } from "node:util";

/** Characters of a string beyond which it is folded. */
const longString = 2000;

const timer = setTimeout(() => {}, 0);
clearTimeout(timer);
const Timeout = timer.constructor as new () => unknown;

/** A value in plain text: no colours, nothing without end, nothing that depends on the machine. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return folded(value);
  if (value instanceof Timeout) return "Timeout {}"; // within it stand times and numbers that no run repeats
  return inspect(value, {
    colors: false,
    depth: 4,
    maxArrayLength: 100,
    maxStringLength: longString,
    breakLength: 100,
  });
}

function folded(text: string): string {
  if (text.length <= longString) return text;
  const half = longString / 2;
  return `${text.slice(0, half)}\n… ${text.length - longString} characters left out …\n${text.slice(-half)}`;
}
