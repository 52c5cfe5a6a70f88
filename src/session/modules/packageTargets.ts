import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../project/index.js";
import { matched } from "./starPattern.js";

/** A target in a package.json: a path or specifier, or one for each of some conditions, or several to try. */
export type Target = string | null | Target[] | { [condition: string]: Target };

interface Manifest {
  name?: string;
  imports?: Record<string, Target>;
  exports?: Target;
}

/** The conditions under which Node resolves an import. */
const nodes = ["node", "import", "module-sync", "node-addons", "default"];

/** What a name of a package's own means: a file of its, or what another specifier means in the package's folder. */
export type PackageTarget = { path: string } | { specifier: string; folder: string };

/**
 * What a name of the package's own means, by `imports` for `#name` and by `exports` for its own name and what lies below.
 *
 * @param folder the importing file's; the nearest package.json upwards counts
 * @param conditions of the project, beside Node's
 */
export function packageTarget(
  specifier: string,
  folder: string,
  conditions: string[],
): PackageTarget | undefined {
  const path = packageFolder(folder);
  if (path === undefined) return undefined;
  const text = readFileSync(join(path, "package.json"), "utf8");
  const { name, imports, exports } = JSON.parse(text) as Manifest;
  let target: string | undefined;
  if (specifier.startsWith("#")) target = pick(imports ?? {}, specifier, conditions);
  else if (name && (specifier === name || specifier.startsWith(`${name}/`))) {
    const subpath = `.${specifier.slice(name.length)}`;
    target = exports ? exportedTarget(exports, subpath, conditions) : undefined;
  }
  if (target === undefined) return undefined;
  return target.startsWith("./")
    ? { path: join(path, target) }
    : { specifier: target, folder: path };
}

/** What a package gives by its `exports` under a path that begins with a dot. */
export function exportedTarget(
  exports: Target,
  subpath: string,
  conditions: string[],
): string | undefined {
  return pick(bySubpath(exports), subpath, conditions);
}

/** `exports` of the main entry alone, written out. */
function bySubpath(exports: Target): Record<string, Target> {
  const isMap =
    typeof exports === "object" &&
    !Array.isArray(exports) &&
    Object.keys(exports ?? {}).every((key) => key.startsWith("."));
  return isMap ? (exports as Record<string, Target>) : { ".": exports };
}

/** What stands for a key, by itself or by the longest pattern that fits. */
function pick(
  targets: Record<string, Target>,
  key: string,
  conditions: string[],
): string | undefined {
  if (key in targets && !key.includes("*")) return chosen(targets[key], conditions);
  const [best] = Object.keys(targets)
    .flatMap((pattern) => {
      const part = matched(pattern, key);
      return part ? [{ pattern, part }] : []; // a star stands for something
    })
    .sort(
      ({ pattern: a }, { pattern: b }) => b.indexOf("*") - a.indexOf("*") || b.length - a.length,
    );
  return best && chosen(targets[best.pattern], conditions)?.replaceAll("*", best.part);
}

function chosen(target: Target, conditions: string[]): string | undefined {
  if (typeof target === "string") return target;
  if (target === null) return undefined;
  if (Array.isArray(target)) {
    return target.map((one) => chosen(one, conditions)).find((one) => one !== undefined);
  }
  return Object.entries(target)
    .filter(([condition]) => nodes.includes(condition) || conditions.includes(condition))
    .map(([, one]) => chosen(one, conditions))
    .find((one) => one !== undefined);
}
