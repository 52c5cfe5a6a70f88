import type { DerivationJSON, Step } from "../derive/types.js";
import { breakable } from "./breaking.js";
import type { Context } from "./context.js";
import { counted, escapeHtml } from "./escape.js";
import { evidence } from "./evidence.js";
import { gradeLabel, mark } from "./grades.js";
import { copyLatex, idLink, placeLinks } from "./links.js";
import { assumptionTex, assumptionsTex } from "./names.js";
import { relationTex } from "./slip.js";
import { ems } from "./tree.js";

/** A derivation's chain on its spine: mark, left side, relation and right side, reason with grade and evidence. */
export function derivationBlock(
  derivation: DerivationJSON,
  anchor: string,
  context: Context,
): string {
  const { id, title, steps, assumptions } = derivation;
  if (steps.length === 0) return "";
  const parts = steps.map((step, i) => sides(step, steps[i - 1], context));
  const widest = (side: "lhs" | "rhs") => Math.max(...parts.map((part) => ems(part[side])));
  const left = widest("lhs");
  // Where two columns do not fit, each step is one formula that goes over to the next line.
  const tall = left > 16 || (left > 10 && left + widest("rhs") > 27);
  const list = steps.map((step, i) => {
    const part =
      tall && parts[i].lhs ? { lhs: "", rhs: context.maths.display(step.latex) } : parts[i];
    return stepItem(step, i, part, context);
  });
  const name = title ? ` <span class="name">${context.markdown.inline(title)}</span>` : "";
  return (
    `<div class="chain wide${tall ? " tall" : ""}" role="group" aria-label="Derivation of ${escapeHtml(id)}" id="${anchor}">` +
    `<header>${idLink(id, anchor)}${name}<span>${counted(steps.length, "step")}</span>` +
    `<span class="ways">${copyLatex}${placeLinks(context.places.get(id))}</span>` +
    `${gradeLabel(derivation.grade, openConditions(derivation, context))}</header>` +
    `${given(assumptions, context)}<ol>${list.join("")}</ol></div>`
  );
}

interface Sides {
  lhs: string;
  rhs: string;
}

function sides(step: Step, before: Step | undefined, context: Context): Sides {
  // A hypothesis has one side only.
  if (!step.rhs) return { lhs: "", rhs: context.maths.display(step.latex || step.lhsLatex) };
  const continues = before && before.rhs === step.lhs;
  const rhs = step.relation === "O" ? `\\left(${step.rhsLatex}\\right)` : step.rhsLatex;
  return {
    lhs: continues ? "" : context.maths.display(step.lhsLatex),
    rhs: context.maths.display(`${relationTex[step.relation] ?? "="} ${rhs}`),
  };
}

function stepItem(step: Step, index: number, { lhs, rhs }: Sides, context: Context): string {
  const because = step.because ? context.markdown.inline(step.because) : "";
  return (
    `<li class="step ${step.grade}"><div class="tick">${mark(step.grade)}</div>` +
    `<div class="lhs formula">${breakable(lhs)}</div><div class="rhs formula">${breakable(rhs)}</div>` +
    `<p class="why">${because}</p>` +
    `<details><summary>${gradeLabel(step.grade).replace(/<svg.*?<\/svg>/, "")} ` +
    `<span class="open">evidence<span class="unseen"> for step ${index + 1}</span></span></summary>` +
    `${evidence(step, context)}</details></li>`
  );
}

/** The open conditions written out where they decide the grade, as far as they fit in a line. */
function openConditions({ grade, steps }: DerivationJSON, context: Context): string {
  if (grade !== "proved-if") return "";
  const open = steps.flatMap(({ conditions }) => conditions.filter(({ metBy }) => !metBy));
  const texts = [...new Set(open.map(({ latex, text }) => latex || assumptionTex(text)))];
  if (texts.length > 2) return ` ${texts.length} conditions hold, listed with the steps`;
  return ` ${texts.map((tex) => context.maths.inline(tex)).join(" and ")}`;
}

function given(assumptions: string[], context: Context): string {
  if (!assumptions.length) return "";
  const all = assumptionsTex(assumptions).map((tex) => context.maths.inline(tex));
  const list = all.map(
    (one, i) => `<span class="held">${one}${i < all.length - 1 ? ";" : ""}</span>`,
  );
  return `<p class="given">Given ${list.join(" ")}</p>`;
}
