import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  type CellRules,
  cellRules,
  type CodeCell,
  compareOutputs,
  isToRun,
  type Notebook,
  type ProjectRules,
  toleranceOf,
  unshownOf,
} from "../notebook/index.js";
import { type CheckConfig, list } from "../project/index.js";
import { cellProblem, type Problem } from "./reports/report.js";

/** Differences that are printed of one cell: they mostly have one cause. The others are counted. */
const shown = 5;

/** What the settings of a project say of all its cells. */
export function projectRules({ tolerance, ignore, replace = [] }: CheckConfig): ProjectRules {
  return {
    tolerance: toleranceOf(tolerance),
    ignore: list(ignore ?? []),
    sanitise: replace.map(({ pattern, by, reason }) => ({
      reason,
      pattern: new RegExp(pattern, `${pattern.flags.replace("g", "")}g`),
      replace: by,
    })),
  };
}

/** What cells say of themselves that cannot be followed. */
export function ruleProblems(path: string, { cells }: Notebook): Problem[] {
  return cells.flatMap((cell) => {
    if (cell.cell_type !== "code") return [];
    return cellRules(cell).faults.map((text) => cellProblem(path, cells, cell, text));
  });
}

/** What of a notebook's outputs has moved, and what was allowed to. */
export interface Moved {
  problems: Problem[];
  /** Cells that were not run or not compared, and differences that were allowed, each with the reason. */
  notes: Problem[];
}

/** Holds the outputs of a run against the stored ones, by the rules of each cell. */
export function movedOutputs(
  path: string,
  stored: Notebook,
  now: Notebook,
  project: ProjectRules,
): Moved {
  const moved: Moved = { problems: [], notes: [] };
  stored.cells.forEach((old, i) => {
    const cell = now.cells[i];
    if (cell.cell_type !== "code" || old.cell_type !== "code") return;
    const rules = cellRules(old, project);
    const note = (text: string) => moved.notes.push(cellProblem(path, stored.cells, old, text));
    if (rules.skip !== undefined) note(`not run: ${rules.skip}`);
    if (!isToRun(old)) return;
    if (rules.ignore !== undefined) {
      note(`its outputs are not compared: ${rules.ignore}`);
      return;
    }
    if (!wasRun(old)) return;
    const problems = differencesOf(old, cell, rules);
    moved.problems.push(
      ...problems.map((message) => cellProblem(path, stored.cells, old, message)),
    );
    if (!problems.length && compareOutputs(old.outputs, cell.outputs).length) {
      note(`its outputs differ as they may${reasonsOf(rules)}`);
    }
  });
  return moved;
}

function reasonsOf({ tolerance, sanitise }: CellRules): string {
  const reasons = [tolerance.reason, ...sanitise.map(({ reason }) => reason)].filter(Boolean);
  return reasons.length ? `: ${reasons.join("; ")}` : "";
}

function differencesOf(old: CodeCell, cell: CodeCell, rules: CellRules): string[] {
  const messages = compareOutputs(old.outputs, cell.outputs, rules).map(
    ({ place, stored: expected, now: got, beyond }) =>
      `${place} expected ${expected}, got ${got}${beyond ? ` (${beyond})` : ""}`,
  );
  messages.push(...countProblem(old, cell));
  const more = messages.length - shown;
  if (more > 1) messages.splice(shown, more, `and ${more} more differences`);
  return messages;
}

/** What a stored cell's count says against a run from top to bottom, if anything. */
function countProblem(old: CodeCell, cell: CodeCell): string[] {
  // A program that takes all counts out, so that they make no conflicts, says nothing of the order.
  if (old.execution_count === null) return [];
  if (old.execution_count !== cell.execution_count) {
    return [
      `execution count expected ${cell.execution_count}, got ${old.execution_count}: the cells were not run once each from top to bottom`,
    ];
  }
  const isOther = old.outputs.some(
    (output) =>
      "execution_count" in output &&
      ![null, old.execution_count].includes(output.execution_count as number | null),
  );
  return isOther ? ["an output has another execution count than its cell"] : [];
}

/** Whether a cell holds what a run leaves. */
export function wasRun(cell: CodeCell): boolean {
  return cell.execution_count !== null || cell.outputs.length > 0;
}

/** Derivations that a cell makes without showing them are stored beside its outputs, and compared like them. */
export function unshownProblems(path: string, stored: Notebook, now: Notebook): Problem[] {
  return stored.cells.flatMap((old, i) => {
    const cell = now.cells[i];
    if (cell.cell_type !== "code" || old.cell_type !== "code") return [];
    if (isDeepStrictEqual(unshownOf(old), unshownOf(cell))) return [];
    const message = "the derivations that it makes and does not show are not those stored with it";
    return [cellProblem(path, stored.cells, old, message)];
  });
}

/** `a.ipynb: not run: it needs a GPU`, for a notebook that the settings skip. */
export const skippedText = (path: string, reason: string): string =>
  `${basename(path)}: not run: ${reason}`;
