import { dirname } from "node:path";
import { compareOutputs, type Notebook, writeNotebook } from "../notebook/index.js";
import { executeNotebook, failureText } from "./execute.js";
import { loadNotebook, writeWhole } from "./files.js";
import type { Limits } from "./limits.js";
import { prepareProject, projectRoot } from "./project.js";
import { claimProblems, type Report } from "./report.js";
import { notebookHash } from "./sources.js";

/** Executes a notebook and stores its outputs with the hash of what they depend on. */
export async function runNotebook(
  path: string,
  limits: Limits,
  onCell?: (done: number, of: number) => void,
): Promise<Report> {
  const stored = loadNotebook(path);
  const root = projectRoot(dirname(path));
  await prepareProject(root);
  const { notebook, failures, seconds } = await executeNotebook(stored, path, root, limits, onCell);
  if (failures.length) delete notebook.metadata.rederive;
  else notebook.metadata.rederive = { hash: await notebookHash(notebook, root), options: {} };
  writeWhole(path, writeNotebook(notebook));
  const problems = failures.map((failure) => failureText(path, failure));
  problems.push(...claimProblems(path, notebook));
  return { path, notebook, problems, seconds, changed: changedCells(stored, notebook) };
}

function changedCells(before: Notebook, after: Notebook): number {
  return after.cells.filter((cell, i) => {
    const old = before.cells[i];
    if (cell.cell_type !== "code" || old.cell_type !== "code") return false;
    return compareOutputs(old.outputs, cell.outputs).length > 0;
  }).length;
}
