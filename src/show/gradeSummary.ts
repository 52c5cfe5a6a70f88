import {
  type Derivation,
  type DerivationJSON,
  type Grade,
  type Step,
  weakest,
} from "../derive/index.js";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../num/index.js";
import { derivationsMade } from "./derivation.js";
import { summaryHtml, summaryText } from "./summaryText.js";

/** Media type under which a summary stands in a notebook. */
export const summaryMime = "application/vnd.rederive.summary+json";

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

/** A derivation, and those on which it rests. */
export interface Resting {
  id: string;
  grade: Grade;
  rests: string[];
}

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
  const graded = [...items.values()]
    .map(({ entry, grades, corrected }) => ({
      ...entry,
      grade: weakest(grades),
      ...(corrected.length ? { corrected: weakest(corrected) } : {}),
    }))
    .sort((a, b) => a.number - b.number);
  return shown({ items: graded, derivations: resting(all) });
}

/** A cell that is run again makes its derivation anew: of two with one id that begin alike or settle an item both, the later. */
function latest(all: DerivationJSON[]): DerivationJSON[] {
  const itemsOf = ({ steps, errata }: DerivationJSON) =>
    [...steps, ...errata].flatMap(({ items }) => items);
  const again = (one: DerivationJSON, later: DerivationJSON) =>
    one.id === later.id &&
    ((one.steps.length > 0 && one.steps[0].lhs === later.steps[0]?.lhs) ||
      itemsOf(one).some((item) => itemsOf(later).includes(item)));
  return all.filter((one, i) => !all.slice(i + 1).some((later) => again(one, later)));
}

/** Each id once: several derivations may share one. */
function resting(all: DerivationJSON[]): Resting[] {
  const found = new Map<string, { grades: Grade[]; rests: Set<string> }>();
  for (const { id, grade, rests = [] } of all) {
    const own = found.get(id) ?? { grades: [], rests: new Set<string>() };
    found.set(id, own);
    own.grades.push(grade);
    for (const other of rests) own.rests.add(other);
  }
  return [...found].map(([id, { grades, rests }]) => ({
    id,
    grade: weakest(grades),
    rests: [...rests],
  }));
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
