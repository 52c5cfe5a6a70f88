import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..", "..");

export interface ProjectCopy {
  folder: string;
  /** Removes the copy. */
  remove(): void;
}

/** Copies parts of the project to a folder of its own, in which every package is there and nothing is linked to the original. */
export function projectCopy(...parts: string[]): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), "rederive-copy-"));
  for (const name of ["package.json", "package-lock.json", "tsconfig.json", ...parts]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name === "rederive") continue; // the link to the project: the copy needs its own
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
