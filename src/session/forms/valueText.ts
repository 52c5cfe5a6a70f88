import { inspect, type InspectOptions, types } from "node:util";

/** Characters of a string beyond which it is folded. */
const longString = 2000;
/** Elements that are listed, and characters of a line: as many as Node lists, on lines that fit beside a notebook. */
const mostElements = 100;
const lineLength = 100;

const timer = setTimeout(() => {}, 0);
clearTimeout(timer);
const Timeout = timer.constructor as new () => unknown;

const options: InspectOptions = {
  colors: false,
  depth: 4,
  maxArrayLength: mostElements,
  maxStringLength: longString,
  breakLength: lineLength,
};

/** A value in plain text: no colours, nothing without end, nothing that depends on the machine. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return folded(value);
  try {
    // Within a timer stand times and numbers that no run repeats; of a proxy nothing is asked.
    if (!types.isProxy(value) && value instanceof Timeout) return "Timeout {}";
    return inspect(value, options);
  } catch (error) {
    return withoutOwnText(value, error);
  }
}

/** A value whose own way to be written fails, or that of something in it: as if it had none. */
function withoutOwnText(value: unknown, error: unknown): string {
  const note = `(its own text failed: ${inspect(error, { customInspect: false }).split("\n")[0]})`;
  try {
    return `${inspect(value, { ...options, customInspect: false })}\n${note}`;
  } catch {
    return `${Object.prototype.toString.call(value)}\n${note}`;
  }
}

function folded(text: string): string {
  if (text.length <= longString) return text;
  const half = longString / 2;
  return `${text.slice(0, half)}\n… ${text.length - longString} characters left out …\n${text.slice(-half)}`;
}
