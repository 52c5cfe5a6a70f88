import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { nearest } from "../../project/index.js";

const require = createRequire(import.meta.url);

/** The types of Node that come with this package: since which version they count, and their folder. */
const kept: [since: number, scope: string][] = [
  [26, "@node26-types"],
  [24, "@node24-types"],
  [22, "@node22-types"],
  [0, "@types"],
];

const running = Number.parseInt(process.versions.node);

/**
 * The folders in which types are looked for that a configuration names. The project's own types of Node count, unless
 * they are of an older one than runs: then those that come with this package stand before all others.
 *
 * @param given the folders that tsconfig.json names
 * @returns undefined where what tsconfig.json says, or the compiler's own way, is right
 */
export function typeRoots(folder: string, given?: string[]): string[] | undefined {
  const own = nearest(folder, join("node_modules", "@types", "node"));
  if (own !== undefined && versionIn(own) >= running) return undefined;
  return [keptTypes(running), ...(given ?? visible(folder))];
}

function versionIn(folder: string): number {
  const path = join(folder, "node_modules", "@types", "node", "package.json");
  if (!existsSync(path)) return 0;
  return Number.parseInt((JSON.parse(readFileSync(path, "utf8")) as { version: string }).version);
}

/** The folder of the types of a version of Node that come with this package. */
export function keptTypes(version: number): string {
  const [, scope] = kept.find(([since]) => version >= since) ?? kept[kept.length - 1];
  return dirname(dirname(require.resolve(`${scope}/node/package.json`)));
}

/** Where the compiler looks by itself: in each folder upwards. */
function visible(folder: string): string[] {
  const types = join("node_modules", "@types");
  const at = nearest(folder, types);
  if (at === undefined) return [];
  const above = dirname(at);
  return [join(at, types), ...(above === at ? [] : visible(above))];
}
