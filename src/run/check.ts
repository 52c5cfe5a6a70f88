import { basename, dirname } from "node:path";
import { type CodeCell, cellTolerance, compareOutputs, type Notebook } from "../notebook/index.js";
import { type Project, projectOf } from "../session/project.js";
import { prepareCore } from "./core.js";
import { executeNotebook, isToRun, type OnCell } from "./execute.js";
import { loadNotebook } from "./files.js";
import type { Limits } from "./limits.js";
import { cellProblem, claimProblems, type Problem, type Report } from "./report.js";
import { notebookHash } from "./sources.js";

/** Differences that are printed of one cell; the others are counted. */
const shown = 5;

/** Executes a notebook again and holds the outputs against the stored ones; writes nothing. */
export async function checkNotebook(
  path: string,
  limits: Limits,
  onCell?: OnCell,
): Promise<Report> {
  const stored = loadNotebook(path).notebook;
  const project = projectOf(dirname(path));
  await prepareCore(project);
  const { notebook, failures, seconds } = await executeNotebook(
    stored,
    path,
    project,
    limits,
    onCell,
  );
  const problems = [
    ...(await stampProblems(path, stored, project)),
    ...strippedProblems(path, stored),
    ...failures,
    ...(failures.length ? [] : movedProblems(path, stored, notebook)),
    ...claimProblems(path, notebook),
  ];
  return { path, notebook, problems, seconds, changed: 0 };
}

async function stampProblems(path: string, notebook: Notebook, project: Project) {
  const hash = notebook.metadata.rederive?.hash;
  if (hash === (await notebookHash(notebook, project.core))) return [];
  const found = hash
    ? "its stored outputs are older than its cells or than the core"
    : "its outputs were not stored by `rederive run`, or not all of its cells ran";
  const todo = `execute \`rederive run ${path}\` and read what changes`;
  return [{ text: `${basename(path)}: ${found}; ${todo}` }];
}

function wasRun(cell: CodeCell): boolean {
  return cell.execution_count !== null || cell.outputs.length > 0;
}

/** Cells that were skipped, or whose outputs were taken out. */
function strippedProblems(path: string, { cells }: Notebook): Problem[] {
  return cells
    .filter((cell) => isToRun(cell) && !wasRun(cell))
    .map((cell) =>
      cellProblem(path, cells, cell, `holds no output of a run; execute \`rederive run ${path}\``),
    );
}

function movedProblems(path: string, stored: Notebook, now: Notebook): Problem[] {
  return stored.cells.flatMap((old, i) => {
    const cell = now.cells[i];
    if (cell.cell_type !== "code" || old.cell_type !== "code") return [];
    if (isToRun(old) && !wasRun(old)) return [];
    const messages = compareOutputs(old.outputs, cell.outputs, cellTolerance(old)).map(
      ({ place, stored: expected, now: got, beyond }) =>
        `${place} expected ${expected}, got ${got}${beyond ? ` (${beyond})` : ""}`,
    );
    if (old.execution_count !== cell.execution_count) {
      messages.push(
        `execution count expected ${cell.execution_count}, got ${old.execution_count}: the cells were not run once each from top to bottom`,
      );
    }
    const more = messages.length - shown;
    if (more > 1) messages.splice(shown, more, `and ${more} more differences`);
    return messages.map((message) => cellProblem(path, stored.cells, old, message));
  });
}
