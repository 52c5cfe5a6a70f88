import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a notebook runs, and which core its cells import. */
export interface Project {
  /** The nearest folder upwards with a package.json, else the notebook's own. */
  root: string;
  /** The folder of the package `rederive` that the cells get. */
  core: string;
  /** Whether cells find the core from their own folder; else the process is told where it is. */
  found: boolean;
}

/** The nearest folder upwards that holds a file or folder, the given one included. */
export function nearest(folder: string, name: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The nearest folder upwards with a package.json, the given one included. */
export function packageFolder(folder: string): string | undefined {
  return nearest(folder, "package.json");
}

export function projectRoot(folder: string): string {
  return packageFolder(folder) ?? resolve(folder);
}

/** The project of a notebook's folder; one that has no core of its own, or stands in no project, gets the one that runs it. */
export function projectOf(at: string): Project {
  const folder = realpathSync(at);
  const root = projectRoot(folder);
  if (packageName(root) === "rederive") return { root, core: root, found: true };
  try {
    const installed = createRequire(join(folder, "_.js")).resolve("rederive/package.json");
    return { root, core: dirname(realpathSync(installed)), found: true };
  } catch {
    const own = fileURLToPath(new URL("../..", import.meta.url));
    return { root, core: realpathSync(own), found: false };
  }
}

function packageName(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name?: string })
      .name;
  } catch {
    return undefined;
  }
}
