import { isDeepStrictEqual } from "node:util";
import {
  type Cell,
  type CellStamp,
  type Notebook,
  runHash,
  sourceHash,
  stampOf,
  withStamp,
} from "../notebook/index.js";
import { ownVersion, type Project } from "../project/index.js";
import type { Execution } from "./execute.js";
import { inputsOf } from "./files/inputs.js";

/**
 * The notebook of a run with its stamps. Those that still say what is true stay as they are: what a branch has not touched
 * is no conflict when another one is merged into it.
 *
 * @param stored the notebook before the run
 */
export async function stamped(
  stored: Notebook,
  { notebook, inputs }: Pick<Execution, "notebook" | "inputs">,
  path: string,
  project: Project,
): Promise<Notebook> {
  const news = await Promise.all(
    notebook.cells.map(async (cell) => {
      const source = sourceHash(cell);
      if (source === undefined) return undefined;
      const taken = inputs.get(cell) ?? { executionCount: 0, files: [], packages: [] };
      return { source, inputs: await inputsOf(cell, taken, path, project) };
    }),
  );
  const covered = news.filter((one) => one !== undefined);
  const run = runHash(covered);
  const isKnown = stored.cells.some((cell) => stampOf(cell)?.run === run);
  const changed = new Set<Cell>();
  notebook.cells.forEach((cell, i) => {
    const before = stampOf(stored.cells[i]);
    const own = news[i];
    if (!own) return;
    const isSame = before?.source === own.source && isDeepStrictEqual(before.inputs, own.inputs);
    if (!isSame || (!isKnown && outputsMoved(stored.cells[i], cell))) changed.add(cell);
  });
  if (!isKnown && !changed.size) {
    // Nothing that is there was changed: something was taken out, moved or merged. One cell, not always the same, says so.
    const all = notebook.cells.filter((_, i) => news[i]);
    if (all.length) changed.add(all[Number.parseInt(run, 16) % all.length]);
  }
  const cells = notebook.cells.map((cell, i): Cell => {
    const [own, before] = [news[i], stampOf(stored.cells[i])];
    if (!own) return withStamp(cell, undefined);
    const stamp: CellStamp = { ...own, run: changed.has(cell) ? run : (before?.run ?? run) };
    return withStamp(cell, stamp);
  });
  const versions = { node: process.versions.node, version: ownVersion() };
  const keeps = notebook.metadata.rederive?.node !== undefined && !anyMoved(stored, notebook);
  const rederive = keeps ? notebook.metadata.rederive : versions;
  return { ...notebook, cells, metadata: { ...notebook.metadata, rederive } };
}

/** The notebook without stamps: not all of it ran. */
export function unstamped(notebook: Notebook): Notebook {
  const { rederive: _made, ...metadata } = notebook.metadata;
  return { ...notebook, metadata, cells: notebook.cells.map((cell) => withStamp(cell, undefined)) };
}

const anyMoved = (before: Notebook, after: Notebook): boolean =>
  after.cells.some((cell, i) => outputsMoved(before.cells[i], cell));

function outputsMoved(before: Cell, after: Cell): boolean {
  if (before.cell_type !== "code" || after.cell_type !== "code") return false;
  return !isDeepStrictEqual(before.outputs, after.outputs);
}
