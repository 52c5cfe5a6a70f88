import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package. */
export const ownFolder = fileURLToPath(new URL("../../..", import.meta.url));

interface PackageFile {
  version: string;
  devDependencies: Record<string, string>;
}

const own = (): PackageFile =>
  JSON.parse(readFileSync(join(ownFolder, "package.json"), "utf8")) as PackageFile;

/** The version with which this package's own tests run. */
export const pinned = (name: string): string => own().devDependencies[name];

/** A package of environment.yml's pip list with its version, `jupyterlab==4.6.6`. */
export function pythonPin(name: string): string {
  const text = readFileSync(join(ownFolder, "environment.yml"), "utf8");
  const line = new RegExp(`^\\s*- (${name}==\\S+)`, "m").exec(text);
  if (!line) throw new Error(`environment.yml names no version of ${name}`);
  return line[1];
}

/**
 * How a new project depends on this package: by its version if it came from a registry, else by the file or the folder
 * from which it was installed.
 *
 * @param folder where this package stands
 */
export function ownDependency(folder: string): string {
  const { version } = own();
  const modules = dirname(resolve(folder));
  if (!/[\\/]node_modules$/.test(modules)) return `file:${resolve(folder)}`;
  const lock = join(modules, ".package-lock.json");
  if (!existsSync(lock)) return version;
  const { packages } = JSON.parse(readFileSync(lock, "utf8")) as {
    packages: Record<string, { resolved?: string; link?: boolean }>;
  };
  const { resolved = "", link } = packages["node_modules/rederive"] ?? {};
  const path = link ? resolved : /^file:(.*)$/.exec(resolved)?.[1];
  return path ? `file:${resolve(dirname(modules), path)}` : version;
}
