import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

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
