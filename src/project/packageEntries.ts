import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a package gives to those who import it. */
export interface PackageEntries {
  name: string;
  /** Its files of JavaScript by what is written to import them: its name, or `name/part`. */
  files: ReadonlyMap<string, string>;
}

/** The entries that a folder's package.json names one by one; undefined without a name, or without any. */
export function packageEntries(folder: string): PackageEntries | undefined {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return undefined;
  const { name, exports, main } = JSON.parse(readFileSync(path, "utf8")) as {
    name?: string;
    exports?: unknown;
    main?: string;
  };
  if (!name) return undefined;
  const files = new Map<string, string>();
  const note = (specifier: string, target: string | undefined) => {
    if (target && /\.[cm]?js$/.test(target)) files.set(specifier, join(folder, target));
  };
  note(name, targetOf(subpaths(exports)["."]) ?? main);
  for (const [subpath, target] of Object.entries(subpaths(exports))) {
    if (subpath.startsWith("./") && !subpath.includes("*")) {
      note(name + subpath.slice(1), targetOf(target));
    }
  }
  return files.size ? { name, files } : undefined;
}

/** `exports` by its sub-paths, also where it is that of the main entry alone. */
function subpaths(exports: unknown): Record<string, unknown> {
  const isMap = isObject(exports) && Object.keys(exports).some((key) => key.startsWith("."));
  return isMap ? exports : { ".": exports };
}

/** The file that an import gets, by the conditions of ES modules. */
function targetOf(target: unknown): string | undefined {
  if (typeof target === "string") return target;
  if (!isObject(target)) return undefined;
  return targetOf(target.import ?? target.default);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
