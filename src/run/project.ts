import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where a notebook runs, and which core its cells import. */
export interface Project {
  /** The nearest folder upwards with a package.json, else the notebook's own. */
  root: string;
  /** The folder of the package `rederive` that the cells get. */
  core: string;
  /** Whether cells find the core from their own folder; else the process is told where it is. */
  found: boolean;
}

export function projectRoot(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, "package.json"))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/** The project of a notebook; one that has no core of its own, or stands in no project, gets the one that runs it. */
export function projectOf(notebook: string): Project {
  const folder = realpathSync(dirname(resolve(notebook)));
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

/** Links the core to itself and rebuilds what is out of date, where it is a clone and not an installed package. */
export async function prepareCore(core: string): Promise<void> {
  const script = join(core, "scripts", "build.mjs");
  if (!existsSync(script)) return;
  const { build } = (await import(pathToFileURL(script).href)) as { build(): boolean };
  build();
}

/** A folder in which Node finds a package of the core's name. */
export function modulesAround(core: string): string {
  const parent = dirname(core);
  return basename(parent) === "node_modules" ? parent : join(core, "node_modules");
}
