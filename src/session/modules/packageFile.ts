import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { join } from "node:path";
import { isDeclaration } from "./fileKinds.js";
import { exportedTarget, type Target } from "./packageTargets.js";
import { pathFile } from "./pathFile.js";
import { nearest } from "../../project/index.js";

/** A file of a package, and whether Node's own import would find another, or none. */
export interface PackageFile {
  path: string;
  /**
   * The package has no `exports`, and the specifier leaves out an extension or names a folder; or its `exports` have this
   * file under a condition of the project's.
   */
  unlikeNode: boolean;
}

/**
 * The file that an import of a package means, links followed; undefined for what no package gives. A path into a
 * package without `exports` is completed as `require` does, and as the checker reads it: `lodash/debounce`, and
 * `workspace/src/file` where that is TypeScript.
 *
 * @param folder the importing file's
 * @param conditions of the project, beside Node's, by which `exports` are read
 */
export function packageFile(
  specifier: string,
  folder: string,
  conditions: string[],
): PackageFile | undefined {
  const [, name, rest] = /^((?:@[^/\\%]+\/)?[^./\\%@#][^/\\%]*)(.*)$/.exec(specifier) ?? [];
  if (!name || isBuiltin(specifier)) return undefined;
  const modules = join("node_modules", name);
  const at = nearest(folder, modules);
  if (at === undefined) return undefined;
  const root = join(at, modules);
  const exports = exportsOf(root);
  if (exports !== undefined && exports !== null) {
    const target = exportedTarget(exports, `.${rest}`, conditions);
    const path = target && join(root, target);
    if (!path || !existsSync(path)) return undefined;
    const unlikeNode = conditions.length > 0 && target !== exportedTarget(exports, `.${rest}`, []);
    return { path: realpathSync(path), unlikeNode };
  }
  try {
    const path = createRequire(join(folder, "_.js")).resolve(specifier);
    return { path, unlikeNode: rest !== "" && path !== realpathSync(root) + rest };
  } catch {
    const path = pathFile(root + rest); // a workspace's TypeScript, which Node does not look for
    if (path === undefined || isDeclaration(path)) return undefined; // types alone, or nothing
    return { path: realpathSync(path), unlikeNode: true };
  }
}

function exportsOf(root: string): Target | undefined {
  const path = join(root, "package.json");
  if (!existsSync(path)) return undefined;
  return (JSON.parse(readFileSync(path, "utf8")) as { exports?: Target }).exports;
}
