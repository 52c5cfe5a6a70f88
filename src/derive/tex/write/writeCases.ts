import type { Expr } from "../../tree/expression.js";
import { eventSigns } from "../../tree/events.js";

/** Values with their conditions as cases; a last value without one holds otherwise. */
export function casesLatex(args: readonly Expr[], go: (part: Expr) => string): string {
  const lines: string[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const condition = args[i + 1];
    const when = condition ? `\\text{if } ${conditionLatex(condition, go)}` : "\\text{otherwise}";
    lines.push(`${go(args[i])} & ${when}`);
  }
  return `\\begin{cases} ${lines.join(" \\\\ ")} \\end{cases}`;
}

/** A comparison, or several in one chain: `0 < x < 1`. */
export function conditionLatex(condition: Expr, go: (part: Expr) => string): string {
  if (condition.kind === "call" && condition.name === "bothOf")
    return condition.args.map((one) => conditionLatex(one, go)).join(" \\text{ and } ");
  if (condition.kind === "call" && condition.name === "said") {
    const [what, ...more] = condition.args;
    const words = what.kind === "symbol" ? what.name.replaceAll("_", " ") : "";
    return [`\\text{${words}}`, ...more.map((one) => go(one))].join(" ");
  }
  if (condition.kind !== "call" || condition.name !== "allOf") return go(condition);
  return condition.args
    .map((one, i) =>
      i === 0 || one.kind !== "call" ? go(one) : `${eventSigns[one.name]} ${go(one.args[1])}`,
    )
    .join(" ");
}
