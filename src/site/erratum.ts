import type { DerivationJSON, Erratum, Step } from "../derive/types.js";
import { breakable } from "./breaking.js";
import type { Context } from "./context.js";
import { escapeHtml } from "./escape.js";
import { pointText, witnessText, witnessValues } from "./evidence.js";
import { gradeLabel } from "./grades.js";
import { type Slip, slipOf } from "./slip.js";
import { ems } from "./tree.js";

/** A slip of the notes: what they print, what that evaluates to, what is right. */
export function errataBlock(derivation: DerivationJSON, context: Context): string {
  if (!derivation.errata.length) return "";
  const slips = derivation.errata.map((erratum) => slipOf(erratum, context.maths.display));
  const widest = Math.max(
    ...slips.flatMap(({ printed, corrected }) => [ems(printed), ems(corrected)]),
  );
  // Three cells beside each other have about 14 ems each; a little more is set smaller, much more below each other.
  const size = widest <= 13 ? "" : widest <= 16 ? " snug" : " tall";
  const rows = derivation.errata.map((erratum, i) => {
    const anchor = context.anchor(erratumAnchor(derivation.id, context));
    return `<div id="${anchor}">${cells(erratum, slips[i], context)}</div>`;
  });
  return `<div class="erratum wide${size}" role="group" aria-label="Errata of ${escapeHtml(derivation.id)}">${rows.join("")}</div>`;
}

function erratumAnchor(id: string, context: Context): string {
  return `${id}-erratum-${context.next(`erratum ${id}`)}`;
}

function cells({ asWritten, corrected }: Erratum, slip: Slip, context: Context): string {
  const reason = asWritten.because || corrected.because;
  const because = reason ? `<p class="soft">${context.markdown.inline(reason)}</p>` : "";
  return (
    cell(
      "The notes print",
      `<div class="formula"><div>${breakable(slip.printed)}</div></div>`,
      hidden("Wrong there", slip.wrong) + because,
    ) +
    cell(
      "What that evaluates to",
      `<div class="formula at">${outcome(asWritten, slip.side, context)}</div>`,
      gradeLabel(asWritten.grade, " as printed"),
    ) +
    cell(
      "What is right",
      `<div class="formula"><div>${breakable(slip.corrected)}</div></div>`,
      hidden("Right there", slip.right) + gradeLabel(corrected.grade, " as corrected"),
    )
  );
}

/** What the printed form comes to: its value beside the right one and where, or why there is none. */
function outcome(step: Step, side: Slip["side"], context: Context): string {
  const values = witnessValues(step, side);
  const at = pointText(step, context);
  if (values)
    return `<div>${context.maths.display(values)}${at ? `<p class="where">at ${at}</p>` : ""}</div>`;
  const reason = step.reason || step.method || "Nothing is recorded.";
  return `<p>${witnessText(step, context) || context.markdown.inline(reason)}</p>`;
}

function hidden(word: string, what: string): string {
  return what ? `<span class="unseen">${word}: ${escapeHtml(what)}. </span>` : "";
}

function cell(term: string, formula: string, below: string): string {
  return `<dl class="cell"><dt>${term}</dt><dd>${formula}<div>${below}</div></dd></dl>`;
}
