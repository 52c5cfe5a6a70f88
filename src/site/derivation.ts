import type { DerivationJSON, Relation, Step } from "../derive/types.js";
import type { Context } from "./context.js";
import { counted, escapeHtml } from "./escape.js";
import { evidence } from "./evidence.js";
import { gradeLabel, mark } from "./grades.js";
import { copyLatex, idLink, placeLinks } from "./links.js";
import { assumptionTex } from "./names.js";
import { ems } from "./tree.js";

const relations: Record<Relation, string> = {
  "=": "=",
  "<": "<",
  "<=": "\\le",
  "≈": "\\approx",
  "<=>": "\\iff",
  "=>": "\\implies",
  O: "\\in O",
};

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
  // Too wide for two columns: the left side then stands above the right one on any screen.
  const tall = widest("lhs") + widest("rhs") > 30 || widest("lhs") > 14 ? " tall" : "";
  const list = steps.map((step, i) => stepItem(step, i, parts[i], context)).join("");
  const name = title ? ` <span class="name">${context.markdown.inline(title)}</span>` : "";
  return (
    `<div class="chain wide${tall}" role="group" aria-label="Derivation of ${escapeHtml(id)}" id="${anchor}">` +
    `<header>${idLink(id, anchor)}${name}<span>${counted(steps.length, "step")}</span>` +
    `<span class="ways">${copyLatex}${placeLinks(context.places.get(id))}</span>` +
    `${gradeLabel(derivation.grade, openConditions(derivation, context))}</header>` +
    `${given(assumptions, context)}<ol>${list}</ol></div>`
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
    rhs: context.maths.display(`${relations[step.relation] ?? "="} ${rhs}`),
  };
}

function stepItem(step: Step, index: number, { lhs, rhs }: Sides, context: Context): string {
  const because = step.because ? context.markdown.inline(step.because) : "";
  return (
    `<li class="step ${step.grade}"><div class="tick">${mark(step.grade)}</div>` +
    `<div class="lhs formula">${lhs}</div><div class="rhs formula">${rhs}</div>` +
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
  const list = assumptions.map((text) => context.maths.inline(assumptionTex(text)));
  return `<p class="given">Given ${list.join(", ")}</p>`;
}
