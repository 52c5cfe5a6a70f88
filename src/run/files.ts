import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Notebook, NotebookError, readNotebook } from "../notebook/index.js";

/** The notebooks that files and folders name, folders read one level deep, in order of their names. */
export function notebookFiles(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new NotebookError(`${path}: no such file or folder`);
    if (!stat.isDirectory()) return [path];
    const found = readdirSync(path)
      .filter((name) => name.endsWith(".ipynb"))
      .sort();
    if (!found.length) throw new NotebookError(`${path}: the folder holds no .ipynb file`);
    return found.map((name) => join(path, name));
  });
}

export function loadNotebook(path: string): Notebook {
  return readNotebook(readFileSync(path, "utf8"), basename(path));
}

/** Writes beside the file, then renames: a reader sees the old text or the new one, never a part. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
