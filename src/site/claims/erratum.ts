import type { DerivationJSON, Erratum, Step } from "../../record/index.js";
import { breakable } from "../maths/breaking.js";
import type { Context } from "../context/context.js";
import { escapeHtml } from "../html/escape.js";
import { pointText, witnessText, witnessValues } from "./evidence.js";
import { gradeLabel } from "./grades.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { type Slip, slipOf } from "./slip.js";
import { ems } from "../maths/tree.js";

/** A slip of the notes: what they print, what that evaluates to, what is right. */
export function errataBlock(derivation: DerivationJSON, context: Context): Html {
  if (!derivation.errata.length) return "";
  const slips = derivation.errata.map((erratum) => slipOf(erratum, context.maths.display));
  const widest = Math.max(
    ...slips.flatMap(({ printed, corrected }) => [ems(printed), ems(corrected)]),
  );
  // Three cells beside each other have about 14 ems each; a little more is set smaller, much more below each other.
  const size = widest <= 13 ? "" : widest <= 16 ? markup` snug` : markup` tall`;
  const rows = derivation.errata.map((erratum, i) => {
    const anchor = context.anchor(erratumAnchor(derivation.id, context));
    return markup`<div id="${escapeHtml(anchor)}">${cells(erratum, slips[i], context)}</div>`;
  });
  return markup`<div class="erratum wide${size}" role="group" aria-label="Errata of ${escapeHtml(derivation.id)}">${rows}</div>`;
}

function erratumAnchor(id: string, context: Context): string {
  return `${id}-erratum-${context.next(`erratum ${id}`)}`;
}

function cells({ asWritten, corrected }: Erratum, slip: Slip, context: Context): Html {
  const reason = asWritten.because || corrected.because;
  const because = reason ? markup`<p class="soft">${context.markdown.inline(reason)}</p>` : "";
  return joinHtml([
    cell(
      "The notes print",
      markup`<div class="formula"><div>${breakable(slip.printed)}</div></div>`,
      joinHtml([hidden("Wrong there", slip.wrong), because]),
    ),
    cell(
      "What that evaluates to",
      markup`<div class="formula at">${outcome(asWritten, slip.side, context)}</div>`,
      gradeLabel(asWritten.grade, markup` as printed`),
    ),
    cell(
      "What is right",
      markup`<div class="formula"><div>${breakable(slip.corrected)}</div></div>`,
      joinHtml([
        hidden("Right there", slip.right),
        gradeLabel(corrected.grade, markup` as corrected`),
      ]),
    ),
  ]);
}

/** What the printed form comes to: its value beside the right one and where, or why there is none. */
function outcome(step: Step, side: Slip["side"], context: Context): Html {
  const values = witnessValues(step, side);
  const at = pointText(step, context);
  if (values)
    return markup`<div>${context.maths.display(values)}${at ? markup`<p class="where">at ${at}</p>` : ""}</div>`;
  const reason = step.reason || step.method || "Nothing is recorded.";
  return markup`<p>${witnessText(step, context) || context.markdown.inline(reason)}</p>`;
}

function hidden(word: string, what: string): Html {
  return what ? markup`<span class="unseen">${escapeHtml(word)}: ${escapeHtml(what)}. </span>` : "";
}

function cell(term: string, formula: Html, below: Html): Html {
  return markup`<dl class="cell"><dt>${escapeHtml(term)}</dt><dd>${formula}<div>${below}</div></dd></dl>`;
}
