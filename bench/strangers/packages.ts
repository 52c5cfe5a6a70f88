import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { nearest } from "../../src/project/project.js";
import type { Checkout } from "./checkout.js";
import type { StrangersNotebook } from "./notebooks.js";

/** A package that a cell imports, also by Deno's `npm:`. */
const imported =
  /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(["'])(?:npm:)?((?:@[\w.-]+\/)?[a-z\d][\w.-]*)(?:@[^"'/]+)?(?:\/[^"']*)?\1/g;

/**
 * Installs the packages that cells import beside the checkout, in the versions that its own package.json states, once.
 *
 * @returns those that do not install
 */
export function installPackages(at: Checkout, notebooks: StrangersNotebook[]): string[] {
  const record = join(at.folder, "absent.json");
  if (existsSync(record)) return JSON.parse(readFileSync(record, "utf8")) as string[];
  const wanted = new Map<string, string>();
  for (const { path, cells } of notebooks) {
    const stated = versions(dirname(path), at.files);
    for (const [, , name] of cells.join("\n").matchAll(imported)) {
      if (!isBuiltin(name) && name !== "tslab") wanted.set(name, stated[name] ?? "latest");
    }
  }
  writeFileSync(join(at.folder, "package.json"), "{}");
  const all = [...wanted];
  const absent = install(at.folder, all) ? [] : all.filter((one) => !install(at.folder, [one]));
  const names = absent.map(([name]) => name);
  writeFileSync(record, JSON.stringify(names));
  return names;
}

function install(folder: string, packages: [name: string, version: string][]): boolean {
  if (!packages.length) return true;
  const options = ["--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"];
  const named = packages.map(([name, version]) => `${name}@${version}`);
  return spawnSync("npm", ["install", ...options, ...named], { cwd: folder }).status === 0;
}

/** The versions that the package.json of a notebook's project states, if it is one of the checkout. */
function versions(folder: string, top: string): Record<string, string> {
  const at = nearest(folder, "package.json");
  if (!at?.startsWith(top)) return {};
  const text = readFileSync(join(at, "package.json"), "utf8");
  const stated = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
  const all = Object.entries({ ...stated.devDependencies, ...stated.dependencies });
  // What stands for a folder of the repository's own workspace is not built here.
  return Object.fromEntries(all.filter(([, version]) => !/^[a-z]+:/.test(version)));
}
