import { type DerivationJSON, type Grade, type Step, weakest } from "../../record/index.js";

/** What is known of one item of the inventory. */
export interface ItemGrade {
  number: number;
  /** As printed: the weakest of the steps that settle it. */
  grade: Grade;
  /** As corrected, where the printed one is a misprint. */
  corrected?: Grade;
  /** Ids of the derivations that settle it. */
  places: string[];
  /** The relations that settle it, in LaTeX. */
  latex: string[];
}

/** The items that derivations settle, in the order of their numbers. */
export function settledItems(all: readonly DerivationJSON[]): ItemGrade[] {
  const items = new Map<number, { entry: ItemGrade; grades: Grade[]; corrected: Grade[] }>();
  const settle = (id: string, numbers: number[], step: Step, corrected?: Step) => {
    for (const number of numbers) {
      const entry: ItemGrade = { number, grade: "unknown", places: [], latex: [] };
      const own = items.get(number) ?? { entry, grades: [], corrected: [] };
      items.set(number, own);
      own.grades.push(step.grade);
      if (corrected) own.corrected.push(corrected.grade);
      if (!own.entry.places.includes(id)) own.entry.places.push(id);
      if (!own.entry.latex.includes(step.latex)) own.entry.latex.push(step.latex);
    }
  };
  for (const { id, steps, errata } of all) {
    for (const step of steps) settle(id, step.items, step);
    for (const { items: own, asWritten, corrected } of errata)
      settle(id, own, asWritten, corrected);
  }
  return [...items.values()]
    .map(({ entry, grades, corrected }) => ({
      ...entry,
      grade: weakest(grades),
      ...(corrected.length ? { corrected: weakest(corrected) } : {}),
    }))
    .sort((a, b) => a.number - b.number);
}

/**
 * A cell that is run again makes its derivation anew: of two with one id that begin alike or settle an item both, the
 * later. One that only defines is made for the use of others and stands for no earlier one that begins with it.
 */
export function latest(all: readonly DerivationJSON[]): DerivationJSON[] {
  const itemsOf = ({ steps, errata }: DerivationJSON) =>
    [...steps, ...errata].flatMap(({ items }) => items);
  const claims = ({ steps, errata }: DerivationJSON) =>
    errata.length > 0 || steps.some(({ grade }) => grade !== "assumed");
  const again = (one: DerivationJSON, later: DerivationJSON) =>
    one.id === later.id &&
    ((claims(later) && one.steps.length > 0 && one.steps[0].lhs === later.steps[0]?.lhs) ||
      itemsOf(one).some((item) => itemsOf(later).includes(item)));
  return all.filter((one, i) => !all.slice(i + 1).some((later) => again(one, later)));
}
