import { relationLatex } from "./relation.js";
import type { Step } from "../../record/types.js";

/** A chain of steps as an aligned display; a left side that repeats the line above is left out. */
export function chainLatex(steps: readonly Step[]): string {
  const lines = steps.map(({ lhsLatex, relation, rhsLatex }, i) => {
    const chained = i > 0 && steps[i - 1].rhsLatex === lhsLatex;
    if (!rhsLatex) return `&${lhsLatex}`;
    return `${chained ? "" : lhsLatex} &${relationLatex(relation, rhsLatex)}`;
  });
  return `\\begin{aligned}\n${lines.join(" \\\\\n")}\n\\end{aligned}`;
}
