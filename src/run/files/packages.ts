import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../../project/index.js";
import { shortHash } from "../../notebook/index.js";

interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The name of the package that a specifier means; undefined for what is none. */
export function packageName(specifier: string): string | undefined {
  return /^(?:@[^/\\]+\/)?[^./\\@#:][^/\\:]*/.exec(specifier)?.[0];
}

/**
 * The version of an installed package, with a hash of those that it depends on, directly or not, if there are any; undefined
 * where it is not installed.
 *
 * @param folder that of the notebook which imports it
 */
export function packageState(name: string, folder: string): string | undefined {
  const found = new Map<string, string>();
  const add = (one: string, from: string): string | undefined => {
    const at = nearest(from, join("node_modules", one, "package.json"));
    if (at === undefined) return undefined;
    const place = join(at, "node_modules", one);
    const { version = "", ...manifest } = manifestOf(place);
    if (!found.has(place)) {
      found.set(place, `${one} ${version}`);
      const others = { ...manifest.dependencies, ...manifest.optionalDependencies };
      for (const other of Object.keys(others)) add(other, place);
    }
    return version;
  };
  const version = add(name, folder);
  if (version === undefined) return undefined;
  const others = [...new Set([...found.values()].slice(1))].sort();
  return others.length ? `${version} (${shortHash(others.join("\n"))})` : version;
}

function manifestOf(folder: string): Manifest {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    return {}; // whoever loads it hears of it
  }
}
