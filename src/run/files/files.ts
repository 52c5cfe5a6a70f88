import {
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
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
 * Writes beside the file, then renames: a reader sees the old text or the new one, never a part. What a process that was killed
 * has left beside it is taken away.
 *
 * @param before the text that the new one replaces
 * @throws NotebookError if somebody else has changed the file since, or if it cannot be written
 */
export function replaceFile(path: string, text: string, before: string): void {
  const target = realpathSync(path);
  removeLeft(target);
  if (text === before) return;
  const beside = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { mode: statSync(target).mode, flush: true });
    if (readFileSync(target, "utf8") !== before) {
      throw new NotebookError(
        `${basename(path)}: was saved elsewhere while it ran, and is left as it is; run it again`,
      );
    }
    renameSync(beside, target);
  } catch (error) {
    throw refusal(basename(path), error);
  } finally {
    rmSync(beside, { force: true });
  }
}

function removeLeft(target: string): void {
  const folder = dirname(target);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(target)}.`)) continue;
    const [, pid] = /\.(\d+)\.tmp$/.exec(name.slice(basename(target).length)) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // In a folder that cannot be written to, which is told when the notebook is.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const reasons: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "a file may not be so large here",
  EACCES: "its folder cannot be written to",
  EPERM: "its folder cannot be written to",
  EROFS: "its disk can only be read",
};

function refusal(name: string, error: unknown): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
  if (reason === undefined) return error;
  return new NotebookError(
    `${name}: was run, and cannot be stored: ${reason}; it is left as it is`,
  );
}
