import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { cellLine } from "../../notebook/index.js";
import type { Batch } from "./batch.js";

/** Something that does not hold, where a program looks for it. */
export interface Located {
  /** The notebook's file below a root, with forward slashes. */
  file: string;
  /** The line at which its cell begins in the file, else 1. */
  line: number;
  /** The cell's number among all of them, from 1, and its id. */
  cell?: number;
  id?: string;
  text: string;
}

/**
 * What does not hold, with its place in the notebook's file.
 *
 * @param root the folder below which the files are named
 */
export function located(
  { reports, errors }: Pick<Batch, "reports" | "errors">,
  root: string,
): Located[] {
  const fileOf = (path: string) => relative(root, resolve(path)).replaceAll("\\", "/");
  const found = reports.flatMap(({ path, notebook, problems }) => {
    const text = problems.length && existsSync(path) ? readFileSync(path, "utf8") : "{}";
    return problems.map(({ cell, text: said }): Located => {
      const line = cell === undefined ? 1 : (cellLine(text, cell) ?? 1);
      const id = cell === undefined ? undefined : notebook.cells[cell - 1]?.id;
      return { file: fileOf(path), line, cell, id, text: said };
    });
  });
  const broken = errors.map(({ path, message }) => ({
    file: fileOf(path),
    line: 1,
    text: message,
  }));
  return [...found, ...broken];
}
