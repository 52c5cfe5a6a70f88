import { Derivation } from "../derivation/derivation.js";
import type { DerivationJSON, Erratum, Relation, Step, Taken } from "../../record/types.js";
import { inOrder } from "../../record/index.js";

/**
 * Grades a derivation again from the texts of its record, as if they were written out in a cell: what is typed into a
 * record is not in what comes back.
 *
 * @throws DerivationError where a text cannot be read, or may not stand where it does
 */
export function regraded(record: DerivationJSON): DerivationJSON {
  const { id, title, assumptions, rests = [] } = record;
  const again = new Derivation(id, assumptions, { title }).uses(...rests);
  let shown = 0;
  for (const part of inOrder(record)) {
    if ("taken" in part) again.uses(takenAgain(part.taken));
    else if ("erratum" in part) addErratum(again, part.erratum);
    else if (shown > 0) shown--;
    else shown = addStep(again, part.step) - 1;
  }
  return again.toJSON();
}

const methods = {
  "=": "equals",
  "<": "lessThan",
  "<=": "atMost",
  "≈": "approximately",
  "<=>": "iff",
  "=>": "implies",
  O: "order",
} as const satisfies Record<Relation, keyof Derivation>;

/** Adds a step, and says how many it shows itself as. */
function addStep(again: Derivation, step: Step): number {
  const { lhs, relation, rhs, lhsLatex, because, items, provided, induction, expect, defines } =
    step;
  if (defines && "sequence" in defines) {
    again.recurrence(defines.sequence, defines.first, defines.next, because, { items });
    return 2;
  }
  if (defines) again.define(defines.name, defines.value, because, { items, where: defines.where });
  else if (rhs === "") again.assume(lhs, because, { items, latex: lhsLatex });
  else again.from(lhs)[methods[relation]](rhs, because, { items, provided, induction, expect });
  return 1;
}

function addErratum(again: Derivation, { items, asWritten, corrected }: Erratum): void {
  again.erratum({ items, asWritten, corrected, because: asWritten.because });
}

function takenAgain({ id, assumptions, definitions }: Taken): Derivation {
  const other = new Derivation(id, assumptions);
  for (const one of definitions) {
    if ("definitions" in one) other.uses(takenAgain(one));
    else if ("sequence" in one) other.recurrence(one.sequence, one.first, one.next);
    else other.define(one.name, one.value, undefined, { where: one.where });
  }
  return other;
}
