import { type CodeCell, shownIn, withUnshown } from "../notebook/index.js";
import type { Begun } from "./process/messages.js";

/**
 * Keeps with its cell each derivation that counts and says more than the outputs show: of each id the last counts,
 * shown or not. One that helps another along often repeats the first steps of what is shown elsewhere.
 *
 * @param cells those that ran, in the order of their execution counts
 */
export function keepUnshown(cells: CodeCell[], begun: Begun[]): void {
  const shown = new Set(
    cells.flatMap(({ outputs }) => outputs.flatMap(shownIn) as Begun["derivation"][]).flatMap(said),
  );
  const last = new Map(begun.map((one) => [one.derivation.id, one]));
  const kept = [...last.values()].filter(
    ({ derivation }) => !said(derivation).every((one) => shown.has(one)),
  );
  cells.forEach((cell, i) => {
    const own = kept.filter(({ executionCount }) => executionCount === i + 1);
    const derivations = own.map(({ derivation }) => derivation);
    Object.assign(cell, withUnshown(cell, derivations));
  });
}

/**
 * Cells that show a derivation which none of the run has made: a record that was typed, or taken from somewhere else.
 *
 * @param cells those that ran, in the order of their execution counts
 */
export function shownByHand(cells: CodeCell[], begun: Begun[]): { cell: CodeCell; id: string }[] {
  const made = new Set(begun.flatMap(({ derivation }) => said(derivation)));
  return cells.flatMap((cell) =>
    cell.outputs.flatMap(shownIn).flatMap((record) => {
      const one = (record ?? {}) as Partial<Begun["derivation"]>;
      const { id } = one;
      const isMade = typeof id === "string" && said({ ...one, id }).every((each) => made.has(each));
      return isMade ? [] : [{ cell, id: typeof id === "string" ? id : "a derivation" }];
    }),
  );
}

/** What a derivation says: each step and erratum under its id and its assumptions. */
function said({ id, assumptions, steps = [], errata = [] }: Begun["derivation"]): string[] {
  return [...steps, ...errata].map((one) => JSON.stringify([id, assumptions, one]));
}
