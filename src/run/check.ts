import { basename, dirname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  type CodeCell,
  cellTolerance,
  compareOutputs,
  type Notebook,
  unshownOf,
} from "../notebook/index.js";
import { type Project, projectOf } from "../project/index.js";
import { prepareCore } from "./process/core.js";
import { executeNotebook, isToRun, type OnCell } from "./execute.js";
import { loadOwnNotebook } from "./files/files.js";
import { freshnessOf } from "./freshness.js";
import type { Limits } from "./process/limits.js";
import { foundNotebook } from "./reports/records.js";
import { cellProblem, type Problem, type Report, reportOf } from "./reports/report.js";

/** Differences that are printed of one cell: they mostly have one cause. The others are counted. */
const shown = 5;

/** Executes a notebook again and holds the outputs against the stored ones; writes nothing. */
export async function checkNotebook(
  path: string,
  limits: Limits,
  onCell?: OnCell,
): Promise<Report> {
  const stored = loadOwnNotebook(path).notebook;
  const project = projectOf(dirname(path));
  await prepareCore(project);
  const { notebook, failures, faults, seconds } = await executeNotebook(
    stored,
    path,
    project,
    limits,
    onCell,
  );
  const doubt = await doubtOf(path, stored, project);
  const found = [
    ...strippedProblems(path, stored),
    ...failures,
    ...(failures.length ? [] : movedProblems(path, stored, notebook)),
    ...(failures.length || doubt ? [] : unshownProblems(path, stored, notebook)),
  ];
  const todo = `execute \`rederive run ${path}\``;
  const stale = doubt && found.length ? [{ text: `${doubt}; ${todo} and read what changes` }] : [];
  const note = `${doubt}, and equal those of a fresh run; ${todo} to store them as such`;
  const graded = await foundNotebook(path, notebook, limits);
  return reportOf(path, graded.notebook, {
    problems: [...stale, ...found, ...faults, ...graded.problems],
    complete: failures.length === 0,
    notes: doubt && !found.length ? [{ text: note }] : [],
    seconds,
  });
}

/** Why the stamp does not speak for the outputs; undefined where it does. */
async function doubtOf(
  path: string,
  notebook: Notebook,
  { core }: Project,
): Promise<string | undefined> {
  const freshness = await freshnessOf(notebook, core);
  if (freshness === "fresh") return undefined;
  const found =
    freshness === "stale"
      ? "its stored outputs are older than its cells or than the core"
      : "its outputs were not stored by `rederive run`, or not all of its cells ran";
  return `${basename(path)}: ${found}`;
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

/** Derivations that a cell makes without showing them are stored beside its outputs, and compared like them. */
function unshownProblems(path: string, stored: Notebook, now: Notebook): Problem[] {
  return stored.cells.flatMap((old, i) => {
    const cell = now.cells[i];
    if (cell.cell_type !== "code" || old.cell_type !== "code") return [];
    if (isDeepStrictEqual(unshownOf(old), unshownOf(cell))) return [];
    const message = "the derivations that it makes and does not show are not those stored with it";
    return [cellProblem(path, stored.cells, old, message)];
  });
}
