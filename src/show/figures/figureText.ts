import { shortNumber } from "../../num/tensorText.js";
import type { Trace } from "../spec/plotly.js";
import { plainWords } from "../richText.js";

/** Title and key numbers; a trace without a stated number says its range. */
export function figureText(
  title: string,
  summary: string | readonly string[] | undefined,
  data: readonly Trace[],
): string {
  const lines = summary === undefined ? data.map(traceText) : [summary].flat();
  return [title, ...lines].map(plainWords).join("\n");
}

function traceText(trace: Trace, index: number): string {
  const name = trace.name ?? (index === 0 ? trace.type : `${trace.type} ${index + 1}`);
  if ("z" in trace && trace.type !== "scatter3d") {
    const { z } = trace;
    return `${name}: ${z.length} × ${z[0].length} values, ${range(z.flat())}`;
  }
  const { x, y } = trace;
  return `${name}: ${x.length} ${x.length === 1 ? "point" : "points"}, x ${range(x)}, y ${range(y)}`;
}

/** Categories of an axis that are named. */
const mostNamed = 6;

function range(values: readonly unknown[]): string {
  const numbers = values.filter((value): value is number => typeof value === "number");
  if (!numbers.length) return values.slice(0, mostNamed).join(", ");
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low === high ? shortNumber(low) : `${shortNumber(low)} to ${shortNumber(high)}`;
}
