import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Project } from "../session/project.js";

/**
 * Rebuilds what is out of date of a core that is a clone, where cells run its build: those of the clone itself run its
 * sources.
 */
export async function prepareCore({ core, root }: Project): Promise<void> {
  if (core === root) return;
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
