import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A target in a package.json: a path or specifier, or one for each of some conditions, or several to try. */
type Target = string | null | Target[] | { [condition: string]: Target };

interface Manifest {
  name?: string;
  imports?: Record<string, Target>;
  exports?: Target;
}

/** The conditions under which Node resolves an import. */
const conditions = new Set(["node", "import", "module-sync", "node-addons", "default"]);

/**
 * The path that a name of the package's own means, by `imports` for `#name` and by `exports` for its own name and what
 * lies below; undefined for what is no file of the package.
 *
 * @param folder the importing file's; the nearest package.json upwards counts
 */
export function packageTarget(specifier: string, folder: string): string | undefined {
  const found = manifestOf(folder);
  if (!found) return undefined;
  const { path, manifest } = found;
  const { name, imports, exports } = manifest;
  let target: string | undefined;
  if (specifier.startsWith("#")) target = pick(imports ?? {}, specifier);
  else if (name && (specifier === name || specifier.startsWith(`${name}/`))) {
    target = pick(bySubpath(exports), `.${specifier.slice(name.length)}`);
  }
  return target?.startsWith("./") ? join(path, target) : undefined;
}

function manifestOf(folder: string): { path: string; manifest: Manifest } | undefined {
  for (let path = folder; ; path = dirname(path)) {
    const file = join(path, "package.json");
    if (existsSync(file)) {
      return { path, manifest: JSON.parse(readFileSync(file, "utf8")) as Manifest };
    }
    if (dirname(path) === path) return undefined;
  }
}

/** `exports` of the main entry alone, written out. */
function bySubpath(exports: Target | undefined): Record<string, Target> {
  if (exports === undefined) return {};
  const isMap =
    typeof exports === "object" &&
    !Array.isArray(exports) &&
    Object.keys(exports ?? {}).every((key) => key.startsWith("."));
  return isMap ? (exports as Record<string, Target>) : { ".": exports };
}

/** What stands for a key, by itself or by the longest pattern that fits. */
function pick(targets: Record<string, Target>, key: string): string | undefined {
  if (key in targets && !key.includes("*")) return chosen(targets[key]);
  const [pattern] = Object.keys(targets)
    .filter((one) => {
      const [before, after] = one.split("*");
      return (
        after !== undefined &&
        key.length >= one.length &&
        key.startsWith(before) &&
        key.endsWith(after)
      );
    })
    .sort((a, b) => b.indexOf("*") - a.indexOf("*") || b.length - a.length);
  if (pattern === undefined) return undefined;
  const [before, after] = pattern.split("*");
  return chosen(targets[pattern])?.replaceAll(
    "*",
    key.slice(before.length, key.length - after.length),
  );
}

function chosen(target: Target): string | undefined {
  if (typeof target === "string") return target;
  if (target === null) return undefined;
  if (Array.isArray(target)) return target.map(chosen).find((one) => one !== undefined);
  const condition = Object.keys(target).find(
    (one) => conditions.has(one) && chosen(target[one]) !== undefined,
  );
  return condition === undefined ? undefined : chosen(target[condition]);
}
