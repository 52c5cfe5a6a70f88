import { createHash } from "node:crypto";
import type { Cell, CodeCell, Notebook } from "./format/types.js";
import { taggedEquations } from "./prose/equations.js";
import { cellRules } from "./rules/cellRules.js";

/**
 * What `rederive run` leaves with a cell. It stands with each cell, so that two branches that change different cells
 * merge: a line for the whole notebook would be changed by both.
 */
export interface CellStamp {
  /** Hash of what the cell itself says. */
  source: string;
  /** Hash of all that a run went by: the one in which the cell was last changed. */
  run: string;
  /** What the cell takes from outside, each with its state: a file's hash, a package's version. */
  inputs: Record<string, string>;
}

/** Digits that tell any two texts of a project apart, and leave a line short. */
const digits = 12;

export function shortHash(text: string): string {
  // A checkout on Windows has other line ends, and is not stale.
  const plain = text.replace(/\r\n/g, "\n");
  return createHash("sha256").update(plain).digest("hex").slice(0, digits);
}

/**
 * Hash of what a cell says that a run goes by: code that is run, or the equations with ids of its prose; undefined for a
 * cell without either.
 */
export function sourceHash(cell: Cell): string | undefined {
  if (cell.cell_type === "code") {
    return isToRun(cell) ? shortHash(`code\n${cell.source}`) : undefined;
  }
  if (cell.cell_type === "raw") return undefined;
  const alone: Notebook = { metadata: {}, nbformat: 4, nbformat_minor: 5, cells: [cell] };
  const equations = taggedEquations(alone).map(({ cell: _, ...equation }) => equation);
  return equations.length ? shortHash(`equations\n${JSON.stringify(equations)}`) : undefined;
}

/** Whether a cell holds something to run, and does not say that it is not to be run. */
export function isToRun(cell: Cell): cell is CodeCell {
  return (
    cell.cell_type === "code" && cell.source.trim() !== "" && cellRules(cell).skip === undefined
  );
}

interface Kept {
  stamp?: unknown;
  inputs?: unknown;
}

/** The stamp of a cell; undefined for one without, or with another that it cannot be. */
export function stampOf({ metadata }: Cell): CellStamp | undefined {
  const { stamp, inputs } = (metadata.rederive ?? {}) as Kept;
  const [, source, run] = /^([0-9a-f]{12}) ([0-9a-f]{12})$/.exec(String(stamp)) ?? [];
  if (source === undefined || run === undefined) return undefined;
  const entries = Object.entries((inputs ?? {}) as object).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return { source, run, inputs: Object.fromEntries(entries) };
}

/** The cell with another stamp, or with none. */
export function withStamp<C extends Cell>(cell: C, stamp: CellStamp | undefined): C {
  const { rederive, ...others } = cell.metadata;
  const { stamp: _stamp, inputs: _inputs, ...own } = (rederive ?? {}) as Kept;
  const kept: Record<string, unknown> = { ...own };
  if (stamp) {
    kept.stamp = `${stamp.source} ${stamp.run}`;
    if (Object.keys(stamp.inputs).length) kept.inputs = stamp.inputs;
  }
  const metadata = Object.keys(kept).length ? { ...others, rederive: kept } : others;
  return { ...cell, metadata };
}

/** The hash of a run: of what its cells said, in their order, and of what they took from outside. */
export function runHash(cells: Pick<CellStamp, "source" | "inputs">[]): string {
  const all = cells.map(({ source, inputs }) => [source, Object.entries(inputs).sort()]);
  return shortHash(JSON.stringify(all));
}
