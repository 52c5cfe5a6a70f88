import type { DerivationJSON, Step } from "../../record/index.js";
import { breakable } from "../maths/breaking.js";
import type { Context } from "../context/context.js";
import { counted, escapeHtml } from "../html/escape.js";
import { evidence } from "./evidence.js";
import { gradeLabel, gradeWord, mark, notChecked } from "./grades.js";
import { assumptionList, conditionWords } from "./given.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { copyLatex, idLink, placeLinks } from "../context/links.js";
import { relationTex } from "./slip.js";
import { ems } from "../maths/tree.js";

/**
 * A derivation's chain on its spine: mark, left side, relation and right side, reason with grade and evidence.
 *
 * @param withheld why no grade is shown; the steps stand without mark and evidence then
 */
export function derivationBlock(
  derivation: DerivationJSON,
  anchor: string,
  context: Context,
  withheld?: string,
): Html {
  const { id, title, steps, assumptions } = derivation;
  if (steps.length === 0) return "";
  const parts = steps.map((step, i) => sides(step, steps[i - 1], context));
  const widest = (side: "lhs" | "rhs") => Math.max(...parts.map((part) => ems(part[side])));
  const left = widest("lhs");
  // Where two columns do not fit, each step is one formula that goes over to the next line.
  const tall = left > 16 || (left > 10 && left + widest("rhs") > 27);
  const list = steps.map((step, i) => {
    const part: Sides =
      tall && parts[i].lhs ? { lhs: "", rhs: context.maths.display(step.latex) } : parts[i];
    return stepItem(step, part, context, withheld === undefined ? found(step, i, context) : "");
  });
  const given = assumptions.length
    ? markup`<p class="given">Given ${assumptionList(assumptions, context)}</p>`
    : "";
  const name = title ? markup` <span class="name">${context.markdown.inline(title)}</span>` : "";
  return joinHtml([
    markup`<div class="chain wide${tall ? markup` tall` : ""}" role="group" aria-label="Derivation of ${escapeHtml(id)}" id="${escapeHtml(anchor)}">`,
    markup`<header>${idLink(id, anchor)}${name}<span>${counted(steps.length, "step")}</span>`,
    markup`<span class="ways">${copyLatex}${placeLinks(context.places.get(id))}</span>`,
    markup`${withheld === undefined ? gradeOf(derivation, context) : notChecked(withheld)}</header>`,
    markup`${given}<ol>${list}</ol></div>`,
  ]);
}

interface Sides {
  lhs: Html;
  rhs: Html;
}

function sides(step: Step, before: Step | undefined, context: Context): Sides {
  // A hypothesis has one side only.
  if (!step.rhs) return { lhs: "", rhs: context.maths.display(step.latex || step.lhsLatex) };
  const continues = before && before.rhs === step.lhs;
  const rhs = step.relation === "O" ? `\\left(${step.rhsLatex}\\right)` : step.rhsLatex;
  return {
    lhs: continues ? "" : context.maths.display(step.lhsLatex),
    rhs: context.maths.display(`${relationTex(step.relation)} ${rhs}`),
  };
}

function stepItem(step: Step, { lhs, rhs }: Sides, context: Context, evidenceOf: Html): Html {
  const because = step.because ? context.markdown.inline(step.because) : "";
  const inks = evidenceOf ? markup` ${escapeHtml(step.grade)}` : "";
  return joinHtml([
    markup`<li class="step${inks}"><div class="tick">${evidenceOf ? mark(step.grade) : ""}</div>`,
    markup`<div class="lhs formula">${breakable(lhs)}</div><div class="rhs formula">${breakable(rhs)}</div>`,
    markup`<p class="why">${because}</p>${evidenceOf}</li>`,
  ]);
}

/** What was found of a step: its grade, and the evidence in a fold. */
function found(step: Step, index: number, context: Context): Html {
  const wanted = step.expect === step.grade ? markup` as expected` : "";
  return joinHtml([
    markup`<details><summary>${gradeWord(step.grade, wanted)} `,
    markup`<span class="open">evidence<span class="unseen"> for step ${index + 1}</span></span></summary>`,
    markup`${evidence(step, context)}</details>`,
  ]);
}

function gradeOf({ grade, steps }: DerivationJSON, context: Context): Html {
  const open = steps.flatMap(({ conditions }) => conditions.filter(({ metBy }) => !metBy));
  return gradeLabel(grade, grade === "proved-if" ? conditionWords(open, context) : "");
}
