import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..", "..");

/** The text of a file, by its path from the project's root. */
export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Every file below a folder, by its path from the project's root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The files that git tracks. */
export function trackedFiles(): string[] {
  return execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((path) => path && existsSync(join(root, path)));
}

/** The dependencies of a folder's package.json, development's included, with their versions. */
export function dependencies(folder = "."): Record<string, string> {
  const { dependencies, devDependencies } = JSON.parse(read(`${folder}/package.json`)) as Record<
    string,
    Record<string, string>
  >;
  return { ...dependencies, ...devDependencies };
}

/** An entry of a lock file. */
export interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  bin?: Record<string, string>;
}

/** What npm installs, by its path below a folder's lock file. */
export function locked(folder = "."): Record<string, Locked> {
  const text = read(`${folder}/package-lock.json`);
  return (JSON.parse(text) as { packages: Record<string, Locked> }).packages;
}
