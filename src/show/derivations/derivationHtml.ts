import { type DerivationJSON, relationLatex, type Step } from "../../derive/index.js";

import { evidenceLines, isOpen, witnessText } from "./evidence.js";
import { gradeWords, stepWords } from "./grade.js";
import { escapeXml as escapeHtml } from "../richText.js";

/** Readable after JupyterLab's sanitiser: TeX between dollars, plain tables and folds, no style. */
export function derivationHtml(derivation: DerivationJSON): string {
  const { id, title, assumptions, grade, steps, errata, rests = [] } = derivation;
  const rows = [
    ...steps.map((step, i) => row(step, steps[i - 1])),
    ...errata.flatMap(({ asWritten, corrected }) => [
      heading("erratum, as printed"),
      row(asWritten),
      heading("corrected"),
      row(corrected),
    ]),
  ];
  const name = title ? ` ${escapeHtml(title)}` : "";
  const given = assumptions.length ? `, given ${escapeHtml(assumptions.join(", "))}` : "";
  const on = rests.map((one) => `<code>${escapeHtml(one)}</code>`).join(", ");
  return [
    `<p><code>${escapeHtml(id)}</code>${name} ${gradeWords(grade)}${given}${on ? `; rests on ${on}` : ""}</p>`,
    `<table><thead><tr><th scope="col" colspan="2" style="text-align:left">step</th><th scope="col" style="text-align:left">grade</th><th scope="col" style="text-align:left">reason</th></tr></thead>`,
    `<tbody>`,
    ...rows,
    `</tbody></table>`,
  ].join("\n");
}

const heading = (words: string) => `<tr><th colspan="4" style="text-align:left">${words}</th></tr>`;

const maths = (latex: string) => `$\\displaystyle ${escapeHtml(latex)}$`;

function row(step: Step, before?: Step): string {
  const { lhsLatex, rhsLatex, relation, because, conditions, witness } = step;
  const continues = before && before.rhsLatex === lhsLatex;
  const sides = rhsLatex
    ? `<td style="text-align:right">${continues ? "" : maths(lhsLatex)}</td><td style="text-align:left">${maths(relationLatex(relation, rhsLatex))}</td>`
    : `<td colspan="2" style="text-align:left">${maths(lhsLatex)}</td>`;
  const open = conditions.filter(isOpen).map(({ latex }) => `<br>if ${maths(latex)}`);
  const failure = witness ? `<br>${escapeHtml(witnessText(step))}` : "";
  return `<tr>${sides}<td style="text-align:left">${stepWords(step)}${open.join("")}${failure}${fold(step)}</td><td style="text-align:left">${escapeHtml(because)}</td></tr>`;
}

function fold(step: Step): string {
  const lines = evidenceLines(step).map((line) => `<li>${escapeHtml(line)}</li>`);
  if (lines.length === 0) return "";
  return `<details><summary>evidence</summary><ul>${lines.join("")}</ul></details>`;
}
