import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { OwnPackage } from "./ownPackage.js";
import { packageTarget } from "./packageTargets.js";
import { packageFolder } from "./project.js";
import { matched } from "./starPattern.js";

export interface ResolveOptions {
  own?: OwnPackage;
  /** Aliases of files as tsconfig.json has them, absolute. */
  paths: Record<string, string[]>;
}

/** Extensions tried after a path as it stands, in TypeScript's order. */
const extensions = [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"];

/** What stands behind an import of JavaScript whose source is TypeScript. */
const sources: Record<string, string[]> = {
  ".js": [".ts", ".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

/**
 * The file of the project that a specifier means, or undefined if it means a package or a part of Node.
 *
 * @param folder the importing file's
 */
export function resolveOwn(
  specifier: string,
  folder: string,
  { own, paths }: ResolveOptions,
): string | undefined {
  if (specifier.startsWith("file:")) return ofProject(fileURLToPath(specifier));
  if (/^\.{0,2}\//.test(specifier) || /^\.\.?$/.test(specifier)) {
    return ofProject(resolve(folder, specifier));
  }
  if (own && specifier === own.name) return own.build?.code ?? own.entry;
  for (const [pattern, targets] of Object.entries(paths)) {
    const part = matched(pattern, specifier);
    if (part === undefined) continue;
    for (const target of targets) {
      const found = existing(target.replace("*", part));
      if (found) return found;
    }
  }
  const target = packageTarget(specifier, folder);
  return target === undefined ? undefined : ofProject(target);
}

/** The file that a path means as TypeScript reads it; the path itself if there is none, so that its import fails. */
function ofProject(path: string): string | undefined {
  const found = existing(path) ?? path;
  return found.includes("/node_modules/") ? undefined : found;
}

function existing(path: string): string | undefined {
  if (isFile(path)) return path;
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const candidates = [
    ...(sources[extension] ?? []).map((source) => stem + source),
    ...extensions.map((added) => path + added),
    ...extensions.map((added) => join(path, `index${added}`)),
  ];
  return candidates.find(isFile);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Whether a file of the project is loaded by Node itself: CommonJS, or native code. */
export function isNodes(path: string, text: string): boolean {
  const extension = extname(path);
  if (/^\.(cjs|node)$/.test(extension)) return true;
  return extension === ".js" && !/^\s*(import|export)\b/m.test(text) && !isModuleFolder(path);
}

function isModuleFolder(path: string): boolean {
  const folder = packageFolder(dirname(path));
  if (folder === undefined) return false;
  return /"type"\s*:\s*"module"/.test(readFileSync(join(folder, "package.json"), "utf8"));
}
