import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { engineKey } from "./engineKey.js";

/** The records of which this machine knows that this engine finds them again. */
export interface Memory {
  has(record: string): boolean;
  add(record: string): void;
}

/** Knows nothing and keeps nothing: everything is graded. */
export const noMemory: Memory = { has: () => false, add: () => {} };

/** Milliseconds of a day. */
const days = 24 * 3600 * 1000;

/**
 * Opens the memory, a list of hashes in the user's own cache folder: nothing that comes with notebooks can write there.
 * Where it cannot be read or written, nothing is known and everything is graded.
 */
export function openMemory(folder: string = cacheFolder()): Memory {
  const file = join(folder, `found-again-${engineKey()}.txt`);
  const known = new Set(linesOf(file));
  return {
    has: (record) => known.has(hashOf(record)),
    add: (record) => {
      if (known.size === 0) forgetOthers(folder);
      known.add(hashOf(record));
      try {
        mkdirSync(folder, { recursive: true });
        appendFileSync(file, `${hashOf(record)}\n`);
      } catch {
        // The next run grades it again.
      }
    },
  };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** What engines of a month ago have found is of no use any more. */
function forgetOthers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const old = Date.now() - statSync(path).mtimeMs > 30 * days;
      if (old && name.startsWith("found-again-")) rmSync(path, { force: true });
    }
  } catch {
    // There is no such folder, and nothing to forget.
  }
}

/** The folder for what programs may forget; a relative one would lie in whatever folder the command stands in. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME: named = "", LOCALAPPDATA: local = "" } = process.env;
  if (isAbsolute(named)) return join(named, "rederive");
  if (process.platform === "win32" && isAbsolute(local)) return join(local, "rederive", "cache");
  const own = process.platform === "darwin" ? join("Library", "Caches") : ".cache";
  return join(homedir(), own, "rederive");
}
