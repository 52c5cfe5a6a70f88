import { dirname } from "node:path";
import { foreignKernel, type Notebook } from "../notebook/index.js";
import { projectOf } from "../project/index.js";
import { isToRun } from "./execute.js";
import { loadNotebook } from "./files/files.js";
import { notebookHash } from "./files/sources.js";

/**
 * What a notebook's stamp says of its outputs: that they belong to its cells and to the core behind them, that they are
 * older, or nothing, since another program has stored them.
 */
export type Freshness = "fresh" | "stale" | "unstamped";

/** The same of a notebook's file, with the core of the project in which it stands. */
export function storedFreshness(path: string): Promise<Freshness> {
  return freshnessOf(loadNotebook(path, path).notebook, projectOf(dirname(path)).core);
}

/** @param core the folder of the package that the notebook's cells get */
export async function freshnessOf(notebook: Notebook, core: string): Promise<Freshness> {
  if (!notebook.cells.some(isToRun)) return "fresh";
  const hash = notebook.metadata.rederive?.hash;
  if (hash === undefined || foreignKernel(notebook)) return "unstamped";
  return hash === (await notebookHash(notebook, core)) ? "fresh" : "stale";
}
