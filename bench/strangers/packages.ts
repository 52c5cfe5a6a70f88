import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { nearest } from "../../src/session/project.js";
import type { Checkout } from "./checkout.js";
import type { StrangersNotebook } from "./notebooks.js";

const specifier =
  /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(["'])(?:npm:)?((?:@[\w.-]+\/)?[a-z\d][\w.-]*)(?:@[^"'/]+)?[^"']*\1/g;

/** Installs the packages that cells name beside the checkout, as its authors' package.json states them; gives those that do not install. */
export function installPackages(
  { folder, files }: Checkout,
  notebooks: StrangersNotebook[],
): string[] {
  const wanted = new Map<string, string>();
  for (const { path, cells } of notebooks) {
    const stated = versions(dirname(path), files);
    for (const [, , name] of cells.join("\n").matchAll(specifier)) {
      if (!isBuiltin(name) && name !== "tslab") wanted.set(name, stated[name] ?? "latest");
    }
  }
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), "{}");
  const absent = [...wanted].filter(([name]) => !existsSync(join(folder, "node_modules", name)));
  const known = join(folder, "absent.json");
  if (existsSync(known)) return JSON.parse(readFileSync(known, "utf8")) as string[];
  if (absent.length && !install(folder, absent)) for (const one of absent) install(folder, [one]);
  const failed = absent
    .map(([name]) => name)
    .filter((name) => !existsSync(join(folder, "node_modules", name)));
  writeFileSync(known, JSON.stringify(failed));
  return failed;
}

function install(folder: string, packages: [string, string][]): boolean {
  const names = packages.map(([name, version]) => `${name}@${version}`);
  const options = [
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--legacy-peer-deps",
    "--no-package-lock",
  ];
  return spawnSync("npm", ["install", ...options, ...names], { cwd: folder }).status === 0;
}

function versions(folder: string, top: string): Record<string, string> {
  const at = nearest(folder, "package.json");
  if (!at?.startsWith(top)) return {};
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(at, "package.json"), "utf8"),
  ) as Record<string, Record<string, string> | undefined>;
  return { ...devDependencies, ...dependencies };
}
