import { gradeWords, tallyWords } from "./grade.js";
import type { Resting } from "./resting.js";
import type { ItemGrade } from "./settled.js";
import { escapeXml as escapeHtml } from "../richText.js";

const words = ({ grade, corrected }: ItemGrade): string =>
  corrected ? `${gradeWords(grade)}; corrected ${gradeWords(corrected)}` : gradeWords(grade);

function tally(items: ItemGrade[]): string {
  const count = `${items.length} item${items.length === 1 ? "" : "s"}`;
  return items.length ? `${count}: ${tallyWords(items.map(({ grade }) => grade))}` : count;
}

export function summaryText({
  items,
  derivations,
}: {
  items: ItemGrade[];
  derivations: Resting[];
}): string {
  return [
    tally(items),
    ...items.map((item) => `  ${item.number}  ${words(item)}  ${item.places.join(", ")}`),
    "what rests on what",
    ...derivations.map(
      ({ id, grade, rests }) =>
        `  ${id}  ${gradeWords(grade)}${rests.length ? `  rests on ${rests.join(", ")}` : ""}`,
    ),
  ].join("\n");
}

export function summaryHtml({
  items,
  derivations,
}: {
  items: ItemGrade[];
  derivations: Resting[];
}): string {
  const code = (id: string) => `<code>${escapeHtml(id)}</code>`;
  const rows = items.map((item) => {
    const maths = item.latex.map((latex) => `$${escapeHtml(latex)}$`).join("<br>");
    return `<tr><td style="text-align:right">${item.number}</td><td style="text-align:left">${words(item)}</td><td style="text-align:left">${item.places.map(code).join(", ")}</td><td style="text-align:left"><details><summary>relations</summary>${maths}</details></td></tr>`;
  });
  const list = derivations.map(
    ({ id, grade, rests }) =>
      `<li>${code(id)} ${gradeWords(grade)}${rests.length ? ` rests on ${rests.map(code).join(", ")}` : ""}</li>`,
  );
  return [
    `<p>${tally(items)}</p>`,
    `<table><thead><tr><th scope="col">item</th><th scope="col" style="text-align:left">grade</th><th scope="col" style="text-align:left">derivation</th><th scope="col" style="text-align:left">as checked</th></tr></thead>`,
    `<tbody>`,
    ...rows,
    `</tbody></table>`,
    `<details><summary>what rests on what</summary><ul>${list.join("")}</ul></details>`,
  ].join("\n");
}
