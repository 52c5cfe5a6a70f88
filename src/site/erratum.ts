import type { DerivationJSON, Erratum, Step } from "../derive/types.js";
import type { Context } from "./context.js";
import { escapeHtml } from "./escape.js";
import { witnessText, witnessValues } from "./evidence.js";
import { gradeLabel } from "./grades.js";
import { markDifference } from "./marked.js";
import { ems } from "./tree.js";

/** A slip of the notes: what they print, what that evaluates to, what is right. */
export function errataBlock(derivation: DerivationJSON, context: Context): string {
  if (!derivation.errata.length) return "";
  const pairs = derivation.errata.map(({ asWritten, corrected }) =>
    marked(asWritten, corrected, context.maths.display),
  );
  const widest = Math.max(...pairs.flatMap(({ left, right }) => [ems(left), ems(right)]));
  // Three cells beside each other have about 14 ems each; a little more is set smaller, much more below each other.
  const size = widest <= 13.5 ? "" : widest <= 16.5 ? " snug" : " tall";
  const rows = derivation.errata.map((erratum, i) => {
    const anchor = context.anchor(erratumAnchor(derivation.id, context));
    return `<div id="${anchor}">${cells(erratum, pairs[i], context)}</div>`;
  });
  return `<div class="erratum wide${size}" role="group" aria-label="Errata of ${escapeHtml(derivation.id)}">${rows.join("")}</div>`;
}

function erratumAnchor(id: string, context: Context): string {
  return `${id}-erratum-${context.next(`erratum ${id}`)}`;
}

function cells({ asWritten, corrected }: Erratum, pair: Pair, context: Context): string {
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

type Pair = ReturnType<typeof marked>;

/** Both forms typeset, with the slip ringed and its correction underlined. */
export function marked(asWritten: Step, corrected: Step, typeset: (tex: string) => string) {
  return markDifference(typeset(asWritten.latex), typeset(corrected.latex));
}

/** What the printed form comes to: its value beside the right one, its witness, or why there is none. */
export function outcome(step: Step, context: Context): string {
  const values = witnessValues(step);
  if (values) return context.maths.display(values);
  const witness = witnessText(step, context);
  return `<p>${witness || context.markdown.inline(step.reason || step.method || "Nothing is recorded.")}</p>`;
}

function hidden(word: string, what: string): string {
  return what ? `<span class="unseen">${word}: ${escapeHtml(what)}. </span>` : "";
}

function cell(term: string, formula: string, below: string): string {
  return `<dl class="cell"><dt>${term}</dt><dd>${formula}<div>${below}</div></dd></dl>`;
}
