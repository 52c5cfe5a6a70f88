import { execFileSync } from "node:child_process";
import { basename, dirname, join, resolve } from "node:path";
import { realpathSync } from "node:fs";
import { inputFiles, loadNotebook, storedFreshness } from "../../run/index.js";
import type { SelectionFlags, Shard } from "../flags/selection.js";

/** The notebooks that the flags leave of those that were named, in their order. @throws Error if git does not know the ref */
export async function chosen(
  files: string[],
  { shard, changed }: SelectionFlags,
): Promise<string[]> {
  const left = changed === undefined ? files : await changedSince(changed, files);
  return shard ? partOf(left, shard) : left;
}

/**
 * A part of the notebooks, so that all parts have about as much to run: the largest first, each into the part that has least. Every
 * machine comes to the same parts.
 */
export function partOf(files: string[], { part, of }: Shard): string[] {
  const sized = files.map((path, i) => ({ path, i, size: sizeOf(path) }));
  sized.sort((a, b) => b.size - a.size || a.i - b.i);
  const parts = Array.from({ length: of }, () => ({ size: 0, paths: new Set<string>() }));
  for (const { path, size } of sized) {
    const least = parts.reduce((one, other) => (other.size < one.size ? other : one));
    least.size += size;
    least.paths.add(path);
  }
  return files.filter((path) => parts[part - 1].paths.has(path));
}

/** Cells of code, and one for the start; a file that is no notebook costs the start alone. */
function sizeOf(path: string): number {
  try {
    return 1 + loadNotebook(path).notebook.cells.filter((cell) => cell.cell_type === "code").length;
  } catch {
    return 1;
  }
}

/** Files that change how every notebook is run. */
const ofAll =
  /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|tsconfig.*\.json|rederive\.config\.[cm]?[jt]s)$/;

async function changedSince(ref: string, files: string[]): Promise<string[]> {
  const moved = filesMoved(ref);
  const all = [...moved].filter((path) => ofAll.test(basename(path))).map(dirname);
  const found: string[] = [];
  for (const path of files) {
    const own = realpathSync(path);
    const below = all.some((folder) => own.startsWith(join(folder, "/")));
    if (below || moved.has(own) || (await usesMoved(path, moved))) found.push(path);
  }
  return found;
}

/** A notebook that cannot be read is to be told of, and one whose stamps say nothing may use anything. */
async function usesMoved(path: string, moved: Set<string>): Promise<boolean> {
  try {
    const { state } = await storedFreshness(path);
    return state !== "fresh" || inputFiles(path).some((file) => moved.has(file));
  } catch {
    return true;
  }
}

/** What differs from a ref, and what git does not know yet; absolute. */
function filesMoved(ref: string): Set<string> {
  const git = (cwd: string, ...args: string[]) => {
    try {
      const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
      return execFileSync("git", args, { cwd, encoding: "utf8", stdio, maxBuffer: 2 ** 28 });
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      const why = (stderr || message).trim().split("\n")[0];
      throw new Error(`--changed ${ref}: git cannot compare with it: ${why}`);
    }
  };
  const top = git(process.cwd(), "rev-parse", "--show-toplevel").trim();
  const commit = git(
    top,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  );
  const lists = [
    git(top, "diff", "--name-only", "--no-renames", "-z", commit.trim(), "--"),
    git(top, "ls-files", "--others", "--exclude-standard", "-z"),
  ];
  const names = lists.flatMap((list) => list.split("\0")).filter(Boolean);
  return new Set(names.map((name) => resolve(realpathSync(top), name)));
}
