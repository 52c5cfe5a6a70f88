import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Project } from "../../project/index.js";

/**
 * Links a core that is a clone to itself, and rebuilds what is out of date of it where cells run its build; those of
 * the clone itself run its sources.
 */
export async function prepareCore({ core, root }: Project): Promise<void> {
  const name = core === root ? "link" : "build";
  const script = join(core, "scripts", `${name}.mjs`);
  if (!existsSync(script)) return;
  const { [name]: prepare } = (await import(pathToFileURL(script).href)) as Record<
    string,
    () => unknown
  >;
  prepare();
}

/** A folder in which Node finds a package of the core's name. */
export function modulesAround(core: string): string {
  const parent = dirname(core);
  return basename(parent) === "node_modules" ? parent : join(core, "node_modules");
}
