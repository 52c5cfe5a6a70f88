import type { DerivationJSON, Erratum, Step } from "../derive/types.js";
import type { Context } from "./context.js";
import { escapeHtml } from "./escape.js";
import { witnessText } from "./evidence.js";
import { gradeLabel } from "./grades.js";
import { markDifference } from "./marked.js";

/** A slip of the notes: what they print, what that evaluates to, what is right. */
export function errataBlock(derivation: DerivationJSON, context: Context): string {
  if (!derivation.errata.length) return "";
  const rows = derivation.errata.map((erratum) => {
    const anchor = context.anchor(erratumAnchor(derivation.id, context));
    return `<div id="${anchor}">${cells(erratum, context)}</div>`;
  });
  return `<div class="erratum wide" role="group" aria-label="Errata of ${escapeHtml(derivation.id)}">${rows.join("")}</div>`;
}

function erratumAnchor(id: string, context: Context): string {
  return `${id}-erratum-${context.next(`erratum ${id}`)}`;
}

function cells({ asWritten, corrected }: Erratum, context: Context): string {
  const pair = marked(asWritten, corrected, context.maths.display);
  const reason = asWritten.because || corrected.because;
  const because = reason ? `<p class="soft">${context.markdown.inline(reason)}</p>` : "";
  return (
    cell(
      "The notes print",
      `<div class="formula">${pair.left}</div>`,
      hidden("Wrong there", pair.wrong) + because,
    ) +
    cell(
      "What that evaluates to",
      `<div class="formula at">${outcome(asWritten, context)}</div>`,
      gradeLabel(asWritten.grade, " as printed"),
    ) +
    cell(
      "What is right",
      `<div class="formula">${pair.right}</div>`,
      hidden("Right there", pair.corrected) + gradeLabel(corrected.grade, " as corrected"),
    )
  );
}

/** Both forms typeset, with the slip ringed and its correction underlined. */
export function marked(asWritten: Step, corrected: Step, typeset: (tex: string) => string) {
  return markDifference(typeset(asWritten.latex), typeset(corrected.latex));
}

/** What is known of the printed form: its witness, or why there is none. */
export function outcome(step: Step, context: Context): string {
  const witness = witnessText(step, context);
  return `<p>${witness || context.markdown.inline(step.reason || step.method || "Nothing is recorded.")}</p>`;
}

function hidden(word: string, what: string): string {
  return what ? `<span class="unseen">${word}: ${escapeHtml(what)}. </span>` : "";
}

function cell(term: string, formula: string, below: string): string {
  return `<dl class="cell"><dt>${term}</dt><dd>${formula}<div>${below}</div></dd></dl>`;
}
