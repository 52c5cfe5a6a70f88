import { tally } from "../../notebook/index.js";
import type { Problem, Report } from "../../run/index.js";
import type { Batch } from "./batch.js";

/** A batch as JSON, for programs: paths as they were given, cells by number and id, seconds by cell. */
export function jsonReport({ reports, errors, skipped }: Batch): string {
  const notebooks = reports.map((report) => {
    const { path, notebook, seconds, cellSeconds, problems, unchecked, notProved, notes } = report;
    const said = (list: Problem[]) => list.map((one) => placed(one, report));
    return {
      path,
      ok: problems.length === 0,
      seconds: rounded(seconds),
      claims: tally(notebook),
      cells: [...cellSeconds].map(([cell, taken]) => ({
        cell,
        id: notebook.cells[cell - 1].id,
        seconds: rounded(taken),
      })),
      problems: said(problems),
      unchecked: said(unchecked),
      notProved: said(notProved),
      notes: said(notes),
    };
  });
  return `${JSON.stringify({ notebooks, errors, skipped }, null, 2)}\n`;
}

function placed({ cell, text, fault }: Problem, { notebook }: Report) {
  const id = cell === undefined ? undefined : notebook.cells[cell - 1]?.id;
  return { cell, id, text, ...(fault && { fault }) };
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
