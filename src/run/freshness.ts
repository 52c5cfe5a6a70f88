import { dirname } from "node:path";
import {
  foreignKernel,
  isToRun,
  type Notebook,
  runHash,
  sourceHash,
  stampOf,
} from "../notebook/index.js";
import { type Project, projectOf } from "../project/index.js";
import { loadNotebook } from "./files/files.js";
import { movedInputs } from "./files/inputs.js";

/**
 * What the stamps of a notebook say of its outputs: that they belong to its cells and to what these take from outside, that
 * they are older, or nothing, since another program has stored them.
 */
export interface Freshness {
  state: "fresh" | "stale" | "unstamped";
  /** What has moved since, in a few words each. */
  moved: string[];
}

/** The same of a notebook's file, in the project in which it stands. */
export function storedFreshness(path: string): Promise<Freshness> {
  return freshnessOf(loadNotebook(path, path).notebook, path, projectOf(dirname(path)));
}

export async function freshnessOf(
  notebook: Notebook,
  path: string,
  project: Project,
): Promise<Freshness> {
  const covered = notebook.cells.filter((cell) => sourceHash(cell) !== undefined);
  if (!covered.some(isToRun)) return { state: "fresh", moved: [] };
  const stamps = covered.flatMap((cell) => stampOf(cell) ?? []);
  if (!stamps.length || foreignKernel(notebook)) return { state: "unstamped", moved: [] };
  const moved: string[] = [];
  for (const cell of covered) {
    const name = `cell ${notebook.cells.indexOf(cell) + 1}`;
    const stamp = stampOf(cell);
    if (!stamp) moved.push(`${name} is new`);
    else if (stamp.source !== sourceHash(cell)) moved.push(`${name} has changed`);
    moved.push(...(await movedInputs(cell, path, project)));
  }
  if (!moved.length && !stamps.some(({ run }) => run === runHash(stamps))) {
    moved.push("its cells were stored by different runs, or moved or taken out since");
  }
  return { state: moved.length ? "stale" : "fresh", moved: [...new Set(moved)] };
}

/** Changes that are named: where more has moved, a merge or a new version is the cause of most. */
const mostNamed = 5;

/** `its stored outputs are older: cell 5 has changed; helper.ts has changed`. */
export function staleText({ moved }: Freshness): string {
  const more = moved.length - mostNamed;
  const named = more > 1 ? [...moved.slice(0, mostNamed), `and ${more} more`] : moved;
  return `its stored outputs are older than what they are made of: ${named.join("; ")}`;
}
