import { expressionLatex } from "./latex.js";
import { relationLatex, type Statement } from "./relation.js";
import type { Step } from "./types.js";

/** A chain of steps as an aligned display; a left side that repeats the line above is left out. */
export function chainLatex(steps: readonly Step[]): string {
  const lines = steps.map(({ lhsLatex, relation, rhsLatex }, i) => {
    const chained = i > 0 && steps[i - 1].rhsLatex === lhsLatex;
    return rhsLatex
      ? `${chained ? "" : lhsLatex} &${relationLatex(relation)} ${rhsLatex}`
      : `&${lhsLatex}`;
  });
  return `\\begin{aligned}\n${lines.join(" \\\\\n")}\n\\end{aligned}`;
}

/** Two sides and the relation between them, in LaTeX. */
export function statementLatex({ left, relation, right }: Statement): string {
  return `${expressionLatex(left.expr)} ${relationLatex(relation)} ${expressionLatex(right.expr)}`;
}
