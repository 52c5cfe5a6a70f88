import { holds, isWanted } from "../../record/index.js";
import { storedDerivation, withStored } from "./derivationMime.js";
import type { CodeCell, Notebook, Output } from "../format/types.js";

/** How many claims a notebook's derivations hold, by grade; an erratum counts once, under its name. */
export type Tally = Record<string, number>;

interface Graded {
  grade: string;
  lhs: string;
  rhs: string;
  expect?: string;
}
interface Derivation {
  id: string;
  steps: Graded[];
  errata: { asWritten: Graded; corrected: Graded }[];
  rests?: string[];
}

/** A derivation that a cell has made, and the number of the cell among all of them, from 1. */
export interface MadeDerivation {
  cell: number;
  derivation: Derivation;
}

/** What a cell's `metadata.rederive` may hold. */
interface CellStamp {
  /** Difference allowed between numbers of the cell's outputs. */
  tolerance?: unknown;
  /** Derivations that the cell makes and no output shows. */
  derivations?: unknown;
}

/** The derivations of a notebook, in order: those that its outputs show, and those that its cells make without showing. */
export function madeDerivations(notebook: Notebook): MadeDerivation[] {
  return notebook.cells.flatMap((cell, i) =>
    cell.cell_type === "code"
      ? recordsOf(cell)
          .filter(isDerivation)
          .map((derivation) => ({ cell: i + 1, derivation }))
      : [],
  );
}

/** A cell may store anything under the media type. */
function isDerivation(value: unknown): value is Derivation {
  const { id, steps, errata, rests = [] } = (value ?? {}) as Partial<Derivation>;
  return typeof id === "string" && [steps, errata, rests].every(Array.isArray);
}

/** The same without their places. */
export const derivations = (notebook: Notebook): Derivation[] =>
  madeDerivations(notebook).map(({ derivation }) => derivation);

/** All that a cell stores as derivations, unchecked: what its outputs show, then what it makes without showing. */
export const recordsOf = (cell: CodeCell): unknown[] => [
  ...cell.outputs.flatMap(shownIn),
  ...unshownOf(cell),
];

/** The derivation that an output shows. */
export function shownIn(output: Output): unknown[] {
  const found = "data" in output ? storedDerivation(output.data) : undefined;
  return found === undefined ? [] : [found];
}

/** The derivations that a cell makes and no output shows. */
export function unshownOf({ metadata }: CodeCell): unknown[] {
  const { derivations: kept } = (metadata.rederive ?? {}) as CellStamp;
  return Array.isArray(kept) ? kept : [];
}

/** The cell with other derivations that no output shows. */
export function withUnshown(cell: CodeCell, kept: unknown[]): CodeCell {
  const { rederive, ...metadata } = cell.metadata;
  const { derivations: _before, ...own } = (rederive ?? {}) as CellStamp;
  const stamp = kept.length ? { ...own, derivations: kept } : own;
  return {
    ...cell,
    metadata: Object.keys(stamp).length ? { ...metadata, rederive: stamp } : metadata,
  };
}

/** The cell with other records in the places of its own; a record for which there is none is taken out. */
export function withRecords(cell: CodeCell, other: (record: unknown) => unknown): CodeCell {
  const outputs = cell.outputs.map((output): Output => {
    const [record] = shownIn(output);
    if (record === undefined || !("data" in output)) return output;
    return { ...output, data: withStored(output.data, other(record)) };
  });
  const unshown = unshownOf(cell).map(other);
  return withUnshown(
    { ...cell, outputs },
    unshown.filter((record) => record !== undefined),
  );
}

/** Counts the claims of a notebook by grade; an erratum that is not shown to be one counts as unknown. */
export function tally(notebook: Notebook): Tally {
  const counts: Tally = {};
  const add = (grade: string) => (counts[grade] = (counts[grade] ?? 0) + 1);
  for (const derivation of derivations(notebook)) {
    for (const step of derivation.steps) add(isWanted(step) ? "refuted as expected" : step.grade);
    for (const { asWritten, corrected } of derivation.errata) {
      add(asWritten.grade === "refuted" && holds(corrected) ? "erratum" : "unknown");
    }
  }
  return counts;
}

/** A claim that fell, and the number of its cell. */
export interface Fallen {
  cell: number;
  text: string;
}

/**
 * Claims that fell: steps refuted outside an erratum that nobody expected to be, steps that were to be refuted and are
 * not, and errata whose printed form holds or whose correction does not.
 */
export const fallen = (notebook: Notebook): Fallen[] => fellOf(madeDerivations(notebook));

/** The same of derivations that have been taken out of their notebook. */
export function fellOf(made: MadeDerivation[]): Fallen[] {
  return made.flatMap(({ cell, derivation: { id, steps, errata } }) =>
    [...steps.map(stepFell), ...errata.map(erratumFell)].flatMap((text) =>
      text === undefined ? [] : [{ cell, text: `${id}, ${text}` }],
    ),
  );
}

/**
 * Claims that do not fail and are not proved either: steps and corrections of errata that are only tested, or of which
 * nothing is known. What is proved under conditions counts as proved, and so does what is assumed.
 */
export function notProved(notebook: Notebook): Fallen[] {
  const open = ({ grade }: Graded) => grade === "tested" || grade === "unknown";
  return madeDerivations(notebook).flatMap(({ cell, derivation: { id, steps, errata } }) => [
    ...steps.flatMap((step, i) =>
      open(step) ? [{ cell, text: `${id}, step ${i + 1} is ${step.grade}, not proved` }] : [],
    ),
    ...errata.flatMap(({ corrected }, i) =>
      open(corrected)
        ? [
            {
              cell,
              text: `${id}, erratum ${i + 1}: the correction is ${corrected.grade}, not proved`,
            },
          ]
        : [],
    ),
  ]);
}

function stepFell(step: Graded, i: number): string | undefined {
  const { grade, lhs, rhs, expect } = step;
  if (grade === "refuted" && !expect) return `step ${i + 1}: ${lhs} and ${rhs} differ`;
  if (expect && grade !== "refuted") return `step ${i + 1}: was to be refuted and is ${grade}`;
  return undefined;
}

function erratumFell({ asWritten, corrected }: Derivation["errata"][0], i: number) {
  if (holds(asWritten)) return `erratum ${i + 1}: the printed form holds`;
  if (corrected.grade === "refuted") return `erratum ${i + 1}: the correction is refuted`;
  return undefined;
}
