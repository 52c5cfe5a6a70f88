import { dirname } from "node:path";
import {
  cellLanguage,
  type CodeCell,
  compareOutputs,
  type Notebook,
  writeNotebook,
} from "../notebook/index.js";
import { languageInfo, projectOf } from "../project/index.js";
import { prepareCore } from "./process/core.js";
import { executeNotebook, type OnCell } from "./execute.js";
import { loadOwnNotebook, replaceFile } from "./files/files.js";
import type { Limits } from "./process/limits.js";
import { foundNotebook } from "./reports/records.js";
import { ruleProblems } from "./rules.js";
import { type Report, reportOf } from "./reports/report.js";
import { notebookHash } from "./files/sources.js";

/** The kernel that gives in JupyterLab what is stored here; a notebook that names another one than tslab keeps it. */
const kernelspec = {
  display_name: "TypeScript (Rederive)",
  language: "typescript",
  name: "rederive",
};

/** The kernels that are installed with this program. */
const own = /^rederive(?:-|$)/;

/** Executes a notebook and stores its outputs, with the hash of what they depend on if all of it ran. */
export async function runNotebook(path: string, limits: Limits, onCell?: OnCell): Promise<Report> {
  const { notebook: stored, text } = loadOwnNotebook(path);
  const project = projectOf(dirname(path));
  await prepareCore(project);
  const { notebook, failures, faults, seconds, cellSeconds } = await executeNotebook(
    stored,
    path,
    project,
    limits,
    onCell,
  );
  if (failures.length) delete notebook.metadata.rederive;
  else {
    notebook.metadata.rederive = { hash: await notebookHash(notebook, project.core), options: {} };
  }
  const { name = "tslab" } = (notebook.metadata.kernelspec ?? {}) as { name?: unknown };
  if (name === "tslab") notebook.metadata.kernelspec = kernelspec;
  // What JupyterLab would store, too: a notebook that is opened there and not touched stays as it is.
  if (name === "tslab" || own.test(String(name))) {
    notebook.metadata.language_info = languageInfo(cellLanguage(notebook));
  }
  notebook.cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? withoutTimes(cell) : cell,
  );
  replaceFile(path, writeNotebook(notebook), text);
  failures.push(...ruleProblems(path, notebook));
  const changed = changedCells(stored, notebook);
  const found = await foundNotebook(path, notebook, limits);
  return reportOf(path, found.notebook, {
    problems: [...failures, ...faults, ...found.problems],
    complete: failures.length === 0,
    seconds,
    cellSeconds,
    changed,
  });
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
