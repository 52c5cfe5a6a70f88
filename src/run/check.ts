import { basename, dirname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { cellRules, type CodeCell, isToRun, type Notebook } from "../notebook/index.js";
import { type CheckConfig, type Project, projectOf } from "../project/index.js";
import { prepareCore } from "./process/core.js";
import { executeNotebook, type OnCell } from "./execute.js";
import { loadNotebook } from "./files/files.js";
import { freshnessOf, staleText } from "./freshness.js";
import { foreignOutputs, foreignRules } from "./foreign.js";
import type { Limits } from "./process/limits.js";
import { openingOf, type Place } from "./process/openProcess.js";
import { foundNotebook } from "./reports/records.js";
import { withParameters } from "./parameters/withParameters.js";
import { movedOutputs, projectRules, ruleProblems, unshownProblems, wasRun } from "./rules.js";
import { cellProblem, type Problem, type Report, reportOf } from "./reports/report.js";

/**
 * Executes a notebook again and holds the outputs against the stored ones; writes nothing.
 *
 * @param settings what the project says of how notebooks are compared
 * @param place where its cells are run
 * @throws NotebookError if it cannot be read, or no kernel for it is there
 */
export async function checkNotebook(
  path: string,
  limits: Limits,
  onCell?: OnCell,
  settings: CheckConfig = {},
  place?: Place,
): Promise<Report> {
  const file = loadNotebook(path).notebook;
  const stored = withParameters(file, path, place?.set);
  const isStored = isSameSource(file, stored);
  const project = projectOf(dirname(path));
  const opening = await openingOf(stored, path, project, limits, place);
  if (!opening.foreign) await prepareCore(project);
  const { notebook, failures, faults, seconds, cellSeconds } = await opening.execute((open) =>
    executeNotebook(stored, path, { open }, onCell),
  );
  const doubt = opening.foreign || !isStored ? undefined : await doubtOf(path, stored, project);
  const rules = projectRules(settings);
  const compared = () =>
    opening.foreign
      ? movedOutputs(path, foreignOutputs(stored), foreignOutputs(notebook), foreignRules(rules))
      : movedOutputs(path, stored, notebook, rules);
  const moved = isStored && !failures.length ? compared() : { problems: [], notes: [] };
  if (!isStored) moved.notes.push({ text: `${basename(path)}: ${otherValues}` });
  const found = [
    ...ruleProblems(path, stored),
    ...(isStored ? strippedProblems(path, stored, notebook) : []),
    ...failures,
    ...moved.problems,
    ...(failures.length || doubt || !isStored ? [] : unshownProblems(path, stored, notebook)),
  ];
  const todo = `execute \`rederive run ${path}\``;
  const stale = doubt && found.length ? [{ text: `${doubt}; ${todo} and read what changes` }] : [];
  const note = `${doubt}, and equal those of a fresh run; ${todo} to store them as such`;
  const graded = await foundNotebook(path, notebook, limits);
  return reportOf(path, graded.notebook, {
    problems: [...stale, ...found, ...faults, ...graded.problems],
    complete: failures.length === 0,
    notes: [...moved.notes, ...(doubt && !found.length ? [{ text: note }] : [])],
    seconds,
    cellSeconds,
  });
}

const otherValues =
  "was run with other parameters than those stored; its outputs are not compared, its claims are checked";

function isSameSource(left: Notebook, right: Notebook): boolean {
  const sources = ({ cells }: Notebook) => cells.map(({ source }) => source);
  return isDeepStrictEqual(sources(left), sources(right));
}

/** Why the stamps do not speak for the outputs; undefined where they do. */
async function doubtOf(
  path: string,
  notebook: Notebook,
  project: Project,
): Promise<string | undefined> {
  const freshness = await freshnessOf(notebook, path, project);
  if (freshness.state === "fresh") return undefined;
  const name = basename(path);
  return freshness.state === "stale"
    ? `${name}: ${staleText(freshness)}`
    : `${name}: its outputs were not stored by \`rederive run\`, or not all of its cells ran`;
}

/** Cells that were passed over, or whose outputs were taken out, though they give some that are to be compared. */
function strippedProblems(path: string, { cells }: Notebook, now: Notebook): Problem[] {
  const gives = (i: number) => {
    const cell = now.cells[i];
    return cell.cell_type === "code" && cell.outputs.length > 0;
  };
  const isCompared = (cell: CodeCell) => cellRules(cell).ignore === undefined;
  return cells
    .filter((cell, i) => isToRun(cell) && !wasRun(cell) && gives(i) && isCompared(cell))
    .map((cell) =>
      cellProblem(path, cells, cell, `holds no output of a run; execute \`rederive run ${path}\``),
    );
}
