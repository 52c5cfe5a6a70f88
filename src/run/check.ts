import { basename, dirname } from "node:path";
import { cellTolerance, compareOutputs, type Notebook } from "../notebook/index.js";
import { executeNotebook, failureText } from "./execute.js";
import { loadNotebook } from "./files.js";
import type { Limits } from "./limits.js";
import { prepareProject, projectRoot } from "./project.js";
import { claimProblems, type Report } from "./report.js";
import { notebookHash } from "./sources.js";

/** Executes a notebook again and holds the outputs against the stored ones; writes nothing. */
export async function checkNotebook(
  path: string,
  limits: Limits,
  onCell?: (done: number, of: number) => void,
): Promise<Report> {
  const stored = loadNotebook(path);
  const root = projectRoot(dirname(path));
  await prepareProject(root);
  const problems = stripped(path, stored);
  problems.push(...(await stale(path, stored, root)));
  const { notebook, failures, seconds } = await executeNotebook(stored, path, root, limits, onCell);
  problems.push(...failures.map((failure) => failureText(path, failure)));
  if (!failures.length) problems.push(...moved(path, stored, notebook));
  problems.push(...claimProblems(path, notebook));
  return { path, notebook, problems, seconds, changed: 0 };
}

/** Cells that never ran, or whose outputs were taken out. */
function stripped(path: string, notebook: Notebook): string[] {
  return notebook.cells.flatMap((cell, i) =>
    cell.cell_type === "code" && cell.source.trim() !== "" && cell.execution_count === null
      ? [
          `${basename(path)}, cell ${i + 1} (id ${cell.id}): holds no output of a run; run \`rederive run ${path}\``,
        ]
      : [],
  );
}

async function stale(path: string, notebook: Notebook, root: string): Promise<string[]> {
  const stamp = notebook.metadata.rederive;
  const again = `run \`rederive run ${path}\` and read what changed`;
  if (!stamp?.hash)
    return [`${basename(path)}: its outputs were not stored by \`rederive run\`; ${again}`];
  if (stamp.hash === (await notebookHash(notebook, root))) return [];
  return [`${basename(path)}: its outputs are older than its cells or than the core; ${again}`];
}

function moved(path: string, stored: Notebook, now: Notebook): string[] {
  return now.cells.flatMap((cell, i) => {
    const old = stored.cells[i];
    if (cell.cell_type !== "code" || old.cell_type !== "code" || old.execution_count === null)
      return [];
    const count =
      old.execution_count === cell.execution_count || cell.execution_count === null
        ? []
        : [
            {
              place: "execution count",
              stored: `${old.execution_count}`,
              now: `${cell.execution_count}`,
            },
          ];
    return [...count, ...compareOutputs(old.outputs, cell.outputs, cellTolerance(cell))].map(
      (difference) =>
        `${basename(path)}, cell ${i + 1} (id ${cell.id}): ${difference.place}: stored ${difference.stored}, now ${difference.now}`,
    );
  });
}
