import type { DerivationJSON, Step } from "../derive/types.js";
import { breakable } from "./breaking.js";
import type { Context } from "./context.js";
import { counted, escapeHtml } from "./escape.js";
import { evidence } from "./evidence.js";
import { gradeLabel, gradeWord, mark } from "./grades.js";
import { type Html, joinHtml, markup } from "./html.js";
import { copyLatex, idLink, placeLinks } from "./links.js";
import { assumptionTex, assumptionsTex } from "./names.js";
import { relationTex } from "./slip.js";
import { ems } from "./tree.js";

/** A derivation's chain on its spine: mark, left side, relation and right side, reason with grade and evidence. */
export function derivationBlock(
  derivation: DerivationJSON,
  anchor: string,
  context: Context,
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
    return stepItem(step, i, part, context);
  });
  const name = title ? markup` <span class="name">${context.markdown.inline(title)}</span>` : "";
  return joinHtml([
    markup`<div class="chain wide${tall ? markup` tall` : ""}" role="group" aria-label="Derivation of ${escapeHtml(id)}" id="${escapeHtml(anchor)}">`,
    markup`<header>${idLink(id, anchor)}${name}<span>${counted(steps.length, "step")}</span>`,
    markup`<span class="ways">${copyLatex}${placeLinks(context.places.get(id))}</span>`,
    markup`${gradeLabel(derivation.grade, openConditions(derivation, context))}</header>`,
    markup`${given(assumptions, context)}<ol>${list}</ol></div>`,
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

function stepItem(step: Step, index: number, { lhs, rhs }: Sides, context: Context): Html {
  const because = step.because ? context.markdown.inline(step.because) : "";
  return joinHtml([
    markup`<li class="step ${escapeHtml(step.grade)}"><div class="tick">${mark(step.grade)}</div>`,
    markup`<div class="lhs formula">${breakable(lhs)}</div><div class="rhs formula">${breakable(rhs)}</div>`,
    markup`<p class="why">${because}</p>`,
    markup`<details><summary>${gradeWord(step.grade)} `,
    markup`<span class="open">evidence<span class="unseen"> for step ${index + 1}</span></span></summary>`,
    markup`${evidence(step, context)}</details></li>`,
  ]);
}

/** The open conditions written out where they decide the grade, as far as they fit in a line. */
function openConditions({ grade, steps }: DerivationJSON, context: Context): Html {
  if (grade !== "proved-if") return "";
  const open = steps.flatMap(({ conditions }) => conditions.filter(({ metBy }) => !metBy));
  const texts = [...new Set(open.map(({ latex, text }) => latex || assumptionTex(text)))];
  if (texts.length > 2) return markup` ${texts.length} conditions hold, listed with the steps`;
  const [first, second] = texts.map((tex) => context.maths.inline(tex));
  return second ? markup` ${first} and ${second}` : markup` ${first}`;
}

function given(assumptions: string[], context: Context): Html {
  if (!assumptions.length) return "";
  const all = assumptionsTex(assumptions).map((tex) => context.maths.inline(tex));
  const list = all.map(
    (one, i) => markup`<span class="held">${one}${i < all.length - 1 ? markup`;` : ""}</span>`,
  );
  return markup`<p class="given">Given ${joinHtml(list, " ")}</p>`;
}
