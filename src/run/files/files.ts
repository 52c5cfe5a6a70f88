import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { type Notebook, NotebookError, readNotebook } from "../../notebook/index.js";
import { mended } from "./mend.js";

/** A notebook, with the text from which it was read. */
export interface Loaded {
  notebook: Notebook;
  text: string;
}

/** Reads a notebook's file. @throws NotebookError under the name that is given for messages if it is none */
export function loadNotebook(path: string, name = basename(path)): Loaded {
  const text = readFileSync(path, "utf8");
  return { notebook: readNotebook(text, name), text };
}

/** Reads a notebook that is to be executed, also one in which a merge has left conflicts in nothing but what a run writes. */
export function loadToRun(path: string): Loaded {
  const text = readFileSync(path, "utf8");
  const notebook = mended(text, basename(path));
  return notebook ? { notebook, text } : loadNotebook(path);
}

/**
 * Writes beside the file, then renames: a reader sees the old text or the new one, never a part.
 *
 * @param before the text that the new one replaces
 * @throws NotebookError if somebody else has changed the file since
 */
export function replaceFile(path: string, text: string, before: string): void {
  if (text === before) return;
  const target = realpathSync(path);
  const beside = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { mode: statSync(target).mode });
    if (readFileSync(target, "utf8") !== before) {
      throw new NotebookError(
        `${basename(path)}: was saved elsewhere while it ran, and is left as it is; run it again`,
      );
    }
    renameSync(beside, target);
  } finally {
    rmSync(beside, { force: true });
  }
}
