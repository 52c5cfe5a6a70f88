import { brief, type GradingLimits, type Verified, verifyRecords } from "../../grade/index.js";
import {
  type Cell,
  type CodeCell,
  type Notebook,
  recordsOf,
  withRecords,
} from "../../notebook/index.js";
import { loadNotebook } from "../files/files.js";
import { cellProblem, type Problem } from "./report.js";

/** Grades all that notebooks store as derivations again, and gives what was found of each record. */
export function verifyNotebooks(
  paths: string[],
  limits: GradingLimits,
): Promise<(record: unknown) => Verified> {
  const records = paths.flatMap((path) => recordsIn(loadNotebook(path).notebook));
  return verifyRecords(records, limits);
}

/** A notebook with each stored derivation as it was found, and what was stored otherwise. */
export interface FoundNotebook {
  notebook: Notebook;
  problems: Problem[];
}

/** Grades the derivations that a notebook stores again; one that cannot be graded is left out of what is found. */
export async function foundNotebook(
  path: string,
  notebook: Notebook,
  limits: GradingLimits,
): Promise<FoundNotebook> {
  const verified = await verifyRecords(recordsIn(notebook), limits);
  const problems = codeCells(notebook).flatMap((cell) =>
    recordsOf(cell).flatMap((record) => {
      const { id, derivation, problems: own, ended } = verified(record);
      if (own.length === 0) return [];
      const what = derivation ? "what is stored is not what its texts give" : "not checked";
      const message = `${id || "a derivation"}: ${what}: ${brief(own).join("; ")}`;
      const problem = cellProblem(path, notebook.cells, cell, message);
      return [ended ? { ...problem, fault: ended } : problem];
    }),
  );
  if (problems.length === 0) return { notebook, problems };
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? withRecords(cell, (record) => verified(record).derivation) : cell,
  );
  return { notebook: { ...notebook, cells }, problems };
}

const recordsIn = (notebook: Notebook): unknown[] => codeCells(notebook).flatMap(recordsOf);

function codeCells({ cells }: Notebook): CodeCell[] {
  const isCode = (cell: Cell): cell is CodeCell => cell.cell_type === "code";
  return cells.filter(isCode);
}
