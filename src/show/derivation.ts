import {
  Derivation,
  derivationMime,
  type DerivationJSON,
  type Grade,
  type Step,
} from "../derive/index.js";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../num/index.js";
import { escapeXml as escapeHtml } from "./richText.js";

/** A derivation that shows itself in a notebook. */
export class ShownDerivation extends Derivation implements Displayable {
  [jupyterDisplay](): MimeBundle {
    const json = this.toJSON();
    return {
      [derivationMime]: json,
      "text/html": derivationHtml(json),
      "text/latex": `$$${this.toLatex()}$$`,
      "text/plain": derivationText(json),
    };
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return derivationText(this.toJSON());
  }
}

/**
 * Begins a derivation: a chain of relations under named assumptions, each step graded with its evidence.
 *
 * @param id the equation's id, for instance `conv.cost-ratio`
 * @param assumptions such as `"N integer >= 1"`, `"sigma2 > 0"`, `"a != b"`
 */
export function derivation(
  id: string,
  assumptions: readonly string[] = [],
  options: { title?: string } = {},
): ShownDerivation {
  return new ShownDerivation(id, assumptions, options);
}

const marks: Record<Grade, string> = {
  proved: "■",
  "proved-if": "◪",
  tested: "▦",
  refuted: "☒",
  unknown: "▨",
  assumed: "□",
};

const gradeWords = (grade: Grade) => `${marks[grade]} ${grade.replace("-", " ")}`;

function evidence(step: Step): string[] {
  return [
    ...step.conditions.map(({ text, metBy }) => `${text}: ${metBy ? `met by ${metBy}` : "open"}`),
    ...(step.method === "none" ? [] : [`method: ${step.method}`]),
    ...(step.witness ? [witnessText(step)] : []),
    ...(step.reason ? [`reason: ${step.reason}`] : []),
  ];
}

function witnessText({ witness }: Step): string {
  const place = Object.entries(witness?.point ?? {}).map(([name, value]) => `${name} = ${value}`);
  const where = place.length ? `at ${place.join(", ")}` : "as numbers";
  return `${where}: left ${witness?.lhs}, right ${witness?.rhs}`;
}

/** Complete in plain text: what stock tslab prints. */
function derivationText({ id, assumptions, grade, steps, errata }: DerivationJSON): string {
  const lines = [`${id}  ${gradeWords(grade)}`];
  if (assumptions.length) lines.push(`  given ${assumptions.join(", ")}`);
  const stepLines = (step: Step) => [
    `  ${step.lhs}${step.rhs ? ` ${step.relation} ${step.rhs}` : ""}   ${gradeWords(step.grade)}${step.because ? `: ${step.because}` : ""}`,
    ...evidence(step).map((line) => `      ${line}`),
  ];
  for (const step of steps) lines.push(...stepLines(step));
  for (const { asWritten, corrected } of errata) {
    lines.push(
      "  erratum, as printed:",
      ...stepLines(asWritten),
      "  corrected:",
      ...stepLines(corrected),
    );
  }
  return lines.join("\n");
}

/** Readable after JupyterLab's sanitiser: TeX between dollars, no style. */
function derivationHtml({ id, assumptions, grade, steps, errata }: DerivationJSON): string {
  const fold = (step: Step) => {
    const lines = evidence(step).map((line) => `<li>${escapeHtml(line)}</li>`);
    return lines.length
      ? `<details><summary>evidence</summary><ul>${lines.join("")}</ul></details>`
      : "";
  };
  const row = (step: Step, label = "") =>
    `<tr><td align="left">${label}$\\displaystyle ${escapeHtml(step.latex)}$</td><td align="left">${escapeHtml(step.because)}</td><td align="left">${gradeWords(step.grade)}${step.witness ? `<br>${escapeHtml(witnessText(step))}` : ""}${fold(step)}</td></tr>`;
  const rows = [
    ...steps.map((step) => row(step)),
    ...errata.flatMap(({ asWritten, corrected }) => [
      row(asWritten, "as printed: "),
      row(corrected, "corrected: "),
    ]),
  ];
  const given = assumptions.length ? ` given ${escapeHtml(assumptions.join(", "))}` : "";
  return `<p><code>${escapeHtml(id)}</code> ${gradeWords(grade)}${given}</p>\n<table><thead><tr><th scope="col" align="left">step</th><th scope="col" align="left">reason</th><th scope="col" align="left">grade</th></tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody></table>`;
}
