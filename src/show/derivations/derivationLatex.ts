import { type DerivationJSON, relationLatex, type Step } from "../../derive/index.js";
import { isOpen, witnessText } from "./evidence.js";
import { gradeWords } from "./grade.js";

/** A derivation as an aligned display, each line with its grade, reason, open conditions and point of failure. */
export function derivationLatex({ steps, errata }: DerivationJSON): string {
  const lines = steps.map((step, i) => line(step, steps[i - 1]));
  for (const { asWritten, corrected } of errata) {
    lines.push(`&\\text{erratum, as printed:}`, line(asWritten));
    lines.push(`&\\text{corrected:}`, line(corrected));
  }
  return `$$\\begin{aligned}\n${lines.join(" \\\\\n")}\n\\end{aligned}$$`;
}

function line(step: Step, before?: Step): string {
  const { lhsLatex, relation, rhsLatex, grade, because, conditions, witness } = step;
  const continues = before && before.rhsLatex === lhsLatex;
  const claim = rhsLatex
    ? `${continues ? "" : lhsLatex} &${relationLatex(relation, rhsLatex)}`
    : `&${lhsLatex}`;
  const open = conditions.filter(isOpen).map(({ latex }) => ` \\text{ if } ${latex}`);
  const words = [
    `${gradeWords(grade)}${because ? `: ${because}` : ""}`,
    ...(witness ? [witnessText(step)] : []),
  ];
  return `${claim} &&${words.map(textLatex).join("\\;")}${open.join("")}`;
}

/** Words as LaTeX sets them: names with an index or a power are formulas, signs with a meaning of their own are not. */
function textLatex(words: string): string {
  const pieces = words
    .replace(/[{}\\%&#~$]/g, " ")
    .split(/([A-Za-z0-9]+(?:[_^][A-Za-z0-9]+)+)/)
    .map((piece, i) => {
      if (i % 2 === 0) return piece.replace(/[_^]/g, " ");
      return `$${piece.replace(/([_^])([A-Za-z0-9]+)/g, "$1{$2}")}$`;
    });
  return `\\text{${pieces.join("")}}`;
}
