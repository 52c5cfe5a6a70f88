import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The folder to which a notebook belongs: the nearest one upwards with a package.json, else its own. */
export function projectRoot(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, "package.json"))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/** Whether the project is this package itself, so that its cells run its own sources. */
export function isOwnProject(root: string): boolean {
  try {
    const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      name?: string;
    };
    return name === "rederive" && existsSync(join(root, "scripts", "build.mjs"));
  } catch {
    return false;
  }
}

/** Links and rebuilds the package where the project is the package itself; elsewhere there is nothing to build. */
export async function prepareProject(root: string): Promise<void> {
  if (!isOwnProject(root)) return;
  const { build } = (await import(pathToFileURL(join(root, "scripts", "build.mjs")).href)) as {
    build(): boolean;
  };
  build();
}
