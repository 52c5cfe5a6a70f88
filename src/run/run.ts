import { dirname } from "node:path";
import {
  cellLanguage,
  type CodeCell,
  compareOutputs,
  isRederiveKernel,
  type Notebook,
  writeNotebook,
} from "../notebook/index.js";
import { languageInfo, projectOf } from "../project/index.js";
import { prepareCore } from "./process/core.js";
import { executeNotebook, type OnCell } from "./execute.js";
import { loadToRun, replaceFile } from "./files/files.js";
import type { Limits } from "./process/limits.js";
import { openingOf, type Place } from "./process/openProcess.js";
import { foundNotebook } from "./reports/records.js";
import { withParameters } from "./parameters/withParameters.js";
import { ruleProblems } from "./rules.js";
import { type Report, reportOf } from "./reports/report.js";
import { stamped, unstamped } from "./stamping.js";

/** The kernel that gives in JupyterLab what is stored here; a notebook that names another one than tslab keeps it. */
const kernelspec = {
  display_name: "TypeScript (Rederive)",
  language: "typescript",
  name: "rederive",
};

/**
 * Executes a notebook and stores its outputs, with a stamp at each cell if all of it ran.
 *
 * @throws NotebookError if it cannot be read, or no kernel for it is there
 */
export async function runNotebook(
  path: string,
  limits: Limits,
  onCell?: OnCell,
  place?: Place,
): Promise<Report> {
  const { notebook: stored, text } = loadToRun(path);
  const project = projectOf(dirname(path));
  const asked = withParameters(stored, path, place?.set);
  const opening = await openingOf(stored, path, project, limits, place);
  if (!opening.foreign) await prepareCore(project);
  const execution = await executeNotebook(asked, path, opening, onCell);
  const { failures, faults, seconds, cellSeconds, languageInfo: info } = execution;
  const notebook =
    failures.length || opening.foreign
      ? unstamped(execution.notebook)
      : await stamped(asked, execution, path, project);
  if (opening.foreign) notebook.metadata.language_info ??= info;
  else nameKernel(notebook);
  notebook.cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? withoutTimes(cell) : cell,
  );
  replaceFile(path, writeNotebook(notebook), text);
  failures.push(...ruleProblems(path, notebook));
  const changed = changedCells(asked, notebook);
  const found = await foundNotebook(path, notebook, limits);
  return reportOf(path, found.notebook, {
    problems: [...failures, ...faults, ...found.problems],
    complete: failures.length === 0,
    seconds,
    cellSeconds,
    changed,
  });
}

/** Says in a notebook's metadata which of our kernels gives in JupyterLab what is stored. */
function nameKernel(notebook: Notebook): void {
  const { name = "tslab" } = (notebook.metadata.kernelspec ?? {}) as { name?: unknown };
  if (name === "tslab") notebook.metadata.kernelspec = kernelspec;
  // What JupyterLab would store, too: a notebook that is opened there and not touched stays as it is.
  if (name === "tslab" || isRederiveKernel(String(name))) {
    notebook.metadata.language_info = languageInfo(cellLanguage(notebook));
  }
}

/** JupyterLab may note when a cell ran; that was another run, and a clock has no place in a stored output. */
function withoutTimes(cell: CodeCell): CodeCell {
  const { execution: _times, ...metadata } = cell.metadata;
  return { ...cell, metadata };
}

function changedCells(before: Notebook, after: Notebook): number {
  return after.cells.filter((cell, i) => {
    const old = before.cells[i];
    if (cell.cell_type !== "code" || old.cell_type !== "code") return false;
    return compareOutputs(old.outputs, cell.outputs).length > 0;
  }).length;
}
