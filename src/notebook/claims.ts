import { storedDerivation } from "./derivationMime.js";
import type { Notebook } from "./types.js";

/** How many claims a notebook's stored derivations hold, by grade; an erratum counts once, under its name. */
export type Tally = Record<string, number>;

interface Graded {
  grade: string;
  lhs: string;
  rhs: string;
}
interface Derivation {
  id: string;
  steps: Graded[];
  errata: { asWritten: Graded; corrected: Graded }[];
}

/** The derivations that stand in a notebook's outputs, in order. */
export function derivations(notebook: Notebook): Derivation[] {
  return notebook.cells.flatMap((cell) =>
    cell.cell_type !== "code"
      ? []
      : cell.outputs.flatMap((output) => {
          if (output.output_type !== "display_data" && output.output_type !== "execute_result")
            return [];
          const found = storedDerivation(output.data);
          return found ? [found as Derivation] : [];
        }),
  );
}

/** Counts the claims of a notebook by grade; an erratum that is not shown to be one counts as unknown. */
export function tally(notebook: Notebook): Tally {
  const counts: Tally = {};
  const add = (grade: string) => (counts[grade] = (counts[grade] ?? 0) + 1);
  for (const derivation of derivations(notebook)) {
    for (const step of derivation.steps) add(step.grade);
    for (const { asWritten, corrected } of derivation.errata) {
      add(asWritten.grade === "refuted" && holds(corrected) ? "erratum" : "unknown");
    }
  }
  return counts;
}

function holds({ grade }: Graded): boolean {
  return grade === "proved" || grade === "proved-if" || grade === "tested";
}

/** Claims that fell: steps refuted outside an erratum, and errata whose printed form holds or whose correction does not. */
export function fallen(notebook: Notebook): string[] {
  const fell: string[] = [];
  for (const { id, steps, errata } of derivations(notebook)) {
    steps.forEach((step, i) => {
      if (step.grade === "refuted")
        fell.push(`${id}, step ${i + 1}: ${step.lhs} and ${step.rhs} differ`);
    });
    errata.forEach(({ asWritten, corrected }, i) => {
      if (holds(asWritten)) fell.push(`${id}, erratum ${i + 1}: the printed form holds`);
      if (corrected.grade === "refuted")
        fell.push(`${id}, erratum ${i + 1}: the correction is refuted`);
    });
  }
  return fell;
}
