import type { DerivationJSON, Step } from "../../derive/index.js";
import { evidenceLines, isOpen, witnessText } from "./evidence.js";
import { gradeWords, stepWords } from "./grade.js";

/** A derivation in full in plain text: what a kernel without rich output prints. */
export function derivationText(derivation: DerivationJSON): string {
  const { id, title, assumptions, grade, steps, errata, rests = [] } = derivation;
  const lines = [`${id}${title ? `: ${title}` : ""}  ${gradeWords(grade)}`];
  if (assumptions.length) lines.push(`  given ${assumptions.join(", ")}`);
  if (rests.length) lines.push(`  rests on ${rests.join(", ")}`);
  steps.forEach((step, i) => lines.push(...stepLines(step, steps[i - 1])));
  for (const { asWritten, corrected } of errata) {
    lines.push("  erratum, as printed:", ...stepLines(asWritten));
    lines.push("  corrected:", ...stepLines(corrected));
  }
  return lines.join("\n");
}

function stepLines(step: Step, before?: Step): string[] {
  const { lhs, relation, rhs, because, conditions, witness } = step;
  const left = before && before.rhs === lhs ? "  " : lhs;
  const claim = rhs ? `${left} ${relation} ${rhs}` : lhs;
  const open = conditions.filter(isOpen).map(({ text }) => `if ${text}`);
  const more = [...open, ...(witness ? [witnessText(step)] : []), ...evidenceLines(step)];
  return [
    `  ${claim}   ${stepWords(step)}${because ? `: ${because}` : ""}`,
    ...more.map((line) => `      ${line}`),
  ];
}
