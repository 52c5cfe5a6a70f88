import { brief, type GradingLimits, type Verified, verifyRecords } from "../grade/index.js";
import { type Cell, type CodeCell, type Notebook, recordsOf } from "../notebook/index.js";
import { loadNotebook } from "./files.js";
import { cellProblem, type Problem } from "./report.js";

/** Grades all that notebooks store as derivations again, and gives what was found of each record. */
export function verifyNotebooks(
  paths: string[],
  limits: GradingLimits,
): Promise<(record: unknown) => Verified> {
  const records = paths.flatMap((path) => recordsIn(loadNotebook(path).notebook));
  return verifyRecords(records, limits);
}

/** What stands in a notebook's outputs as a derivation, and is not what its own texts give. */
export async function recordProblems(
  path: string,
  notebook: Notebook,
  limits: GradingLimits,
): Promise<Problem[]> {
  const verified = await verifyRecords(recordsIn(notebook), limits);
  return codeCells(notebook).flatMap((cell) =>
    recordsOf(cell).flatMap((record) => {
      const { id, problems } = verified(record);
      if (problems.length === 0) return [];
      const message = `${id || "a derivation"}: what is stored is not what its texts give: ${brief(problems).join("; ")}`;
      return [cellProblem(path, notebook.cells, cell, message)];
    }),
  );
}

const recordsIn = (notebook: Notebook): unknown[] => codeCells(notebook).flatMap(recordsOf);

function codeCells({ cells }: Notebook): CodeCell[] {
  const isCode = (cell: Cell): cell is CodeCell => cell.cell_type === "code";
  return cells.filter(isCode);
}
