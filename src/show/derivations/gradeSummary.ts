import { summaryMime } from "../../record/index.js";
import type { Derivation, DerivationJSON } from "../../derive/index.js";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../num/index.js";
import { derivationsMade } from "./derivation.js";
import { type ItemGrade, latest, settledItems } from "./settled.js";
import { type Resting, resting } from "./resting.js";
import { summaryHtml, summaryText } from "./summaryText.js";

/** The items that derivations settle, with grade and place, and what rests on what. */
export interface GradeSummary extends Displayable {
  readonly items: readonly ItemGrade[];
  readonly derivations: readonly Resting[];
}

/**
 * Sums up the grades of derivations: those that the notebook made, or those that are given.
 *
 * @param derivations derivations, or their JSON as it is stored in a notebook
 */
export function gradeSummary(derivations?: readonly (Derivation | DerivationJSON)[]): GradeSummary {
  const all = derivations
    ? derivations.map((one) => ("toJSON" in one ? one.toJSON() : one))
    : latest(derivationsMade().map((one) => one.toJSON()));
  return shown({ items: settledItems(all), derivations: resting(all) });
}

function shown(data: { items: ItemGrade[]; derivations: Resting[] }): GradeSummary {
  const text = summaryText(data);
  return {
    ...data,
    [jupyterDisplay](): MimeBundle {
      return { [summaryMime]: data, "text/html": summaryHtml(data), "text/plain": text };
    },
    [Symbol.for("nodejs.util.inspect.custom")](): string {
      return text;
    },
  } as GradeSummary;
}
