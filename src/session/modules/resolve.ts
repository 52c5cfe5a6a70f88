import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeclaration, isOfOtherKind } from "./fileKinds.js";
import { ownFile, type OwnPackage, packageFolder } from "../../project/index.js";
import { packageFile } from "./packageFile.js";
import { pathFile } from "./pathFile.js";
import { packageTarget } from "./packageTargets.js";
import { matched } from "./starPattern.js";

export interface ResolveOptions {
  own?: OwnPackage;
  /** Aliases of files as tsconfig.json has them, absolute. */
  paths: Record<string, string[]>;
  /** Its conditions for `exports` and `imports` of packages, beside Node's. */
  conditions: string[];
}

/** What a specifier means: a file that is loaded here, or what Node is to import. */
export type Meaning = { own: string } | { node: string };

/**
 * What a specifier means, as the checker reads it: to run a cell and to check it is one resolution.
 *
 * @param folder the importing file's
 */
export function resolveImport(specifier: string, folder: string, options: ResolveOptions): Meaning {
  const { own, paths, conditions } = options;
  if (specifier.startsWith("file:")) return ofPath(fileURLToPath(specifier));
  if (/^\.{0,2}\//.test(specifier) || /^\.\.?$/.test(specifier)) {
    return ofPath(resolve(folder, specifier));
  }
  const entry = own && ownFile(own, specifier);
  if (entry !== undefined) return { own: entry };
  const aliased = ofPaths(specifier, paths);
  if (aliased) return { own: aliased };
  const target = packageTarget(specifier, folder, conditions);
  if (target && "path" in target) return ofPath(target.path);
  if (target) {
    const meaning = resolveImport(target.specifier, target.folder, options);
    // What Node is to import it finds by the name itself, in the same package.json.
    return "own" in meaning || meaning.node !== target.specifier ? meaning : { node: specifier };
  }
  const file = packageFile(specifier, folder, conditions);
  if (!file) return { node: specifier };
  if (!isNodesToLoad(file.path)) return { own: file.path };
  return { node: file.unlikeNode ? pathToFileURL(file.path).href : specifier };
}

/** The file that tsconfig.json's `paths` give: the pattern with the longest beginning counts, and no other. */
function ofPaths(specifier: string, paths: Record<string, string[]>): string | undefined {
  const [best] = Object.keys(paths)
    .filter((pattern) => matched(pattern, specifier) !== undefined)
    .sort((a, b) => beginning(b) - beginning(a));
  if (best === undefined) return undefined;
  return paths[best]
    .map((target) => pathFile(target.replace("*", matched(best, specifier) ?? "")))
    .find((path) => path !== undefined && !isDeclaration(path));
}

/** How much of a specifier a pattern says before its star; all of it where it has none. */
function beginning(pattern: string): number {
  const at = pattern.indexOf("*");
  return at < 0 ? Infinity : at;
}

/** Whether nothing stands behind a specifier that could be loaded. */
export function isAbsent(specifier: string, folder: string, options: ResolveOptions): boolean {
  const meaning = resolveImport(specifier, folder, options);
  if ("own" in meaning) {
    const { own } = meaning;
    return !existsSync(own) || isDeclaration(own) || isOfOtherKind(own);
  }
  if (isBuiltin(specifier) || /^(?:#|data:)/.test(specifier)) return false;
  return meaning.node === specifier && !packageFile(specifier, folder, options.conditions);
}

/** The file that a specifier means, if it is loaded here. */
export function resolveOwn(
  specifier: string,
  folder: string,
  options: ResolveOptions,
): string | undefined {
  const meaning = resolveImport(specifier, folder, options);
  return "own" in meaning ? meaning.own : undefined;
}

/**
 * The address that `import.meta.resolve` gives.
 *
 * @throws Error as Node does, if nothing is there
 */
export function resolvedUrl(specifier: string, folder: string, options: ResolveOptions): string {
  const meaning = resolveImport(specifier, folder, options);
  if ("own" in meaning) return pathToFileURL(meaning.own).href;
  if (isBuiltin(specifier)) return specifier.startsWith("node:") ? specifier : `node:${specifier}`;
  if (/^[a-z]{2,}:/.test(meaning.node)) return meaning.node;
  const target = packageTarget(specifier, folder, options.conditions);
  if (target && "specifier" in target) return resolvedUrl(target.specifier, target.folder, options);
  const file = packageFile(specifier, folder, options.conditions);
  if (file) return pathToFileURL(file.path).href;
  const error = new Error(`Cannot find package '${specifier}' from ${folder}`);
  throw Object.assign(error, { code: "ERR_MODULE_NOT_FOUND" });
}

/** What a path means as TypeScript reads it; the path itself if nothing is there, so that its import fails. */
function ofPath(path: string): Meaning {
  const found = pathFile(path) ?? path;
  const isPackages = found.includes("/node_modules/") && isNodesToLoad(found);
  return isPackages ? { node: pathToFileURL(found).href } : { own: found };
}

/** Whether Node loads a package's file: it knows no TypeScript there, and asks for an attribute of JSON. */
function isNodesToLoad(path: string): boolean {
  return !/\.(?:[cm]?tsx?|json|wasm)$/.test(path);
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
