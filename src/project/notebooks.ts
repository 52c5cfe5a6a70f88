import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { convertPathToPattern, globSync, isDynamicPattern } from "tinyglobby";
import { ConfigError, loadConfig, type LoadedConfig } from "./config/load.js";

/** The notebooks that a command is to work on, and the settings of their project. */
export interface Selection extends LoadedConfig {
  /** Each once, relative to the working folder. */
  files: string[];
}

/**
 * The notebooks that files, folders and patterns name; without any, those of the project's settings. A folder stands for the
 * notebooks in it and in its folders, in order of names, numbers in them by their value.
 *
 * @throws ConfigError if a path does not exist, or one names no notebook
 */
export async function selectNotebooks(paths: string[]): Promise<Selection> {
  const from = paths.length && existsSync(paths[0]) ? folderOf(paths[0]) : process.cwd();
  const settings = await loadConfig(from);
  return { ...settings, files: paths.length ? expand(paths, settings) : ownNotebooks(settings) };
}

/** The notebooks of the settings alone. */
function ownNotebooks(settings: LoadedConfig): string[] {
  const { config, folder, file } = settings;
  const named = config.notebooks === undefined ? ["notebooks"] : list(config.notebooks);
  const paths = named.map((path) => relative(process.cwd(), join(folder, path)) || ".");
  const missing = paths.find((path) => !existsSync(path) && !isDynamicPattern(path));
  if (missing === undefined) return expand(paths, settings);
  const where = file
    ? `\`notebooks\` of ${file} says so`
    : "name your notebooks, or set `notebooks` in rederive.config.ts";
  throw new ConfigError(`${missing}: no such file or folder; ${where}`);
}

/** The notebooks that a setting names, relative to the working folder. @throws ConfigError as `expand` does */
export function namedBySettings(named: string | string[], settings: LoadedConfig): string[] {
  const paths = list(named).map((path) => relative(process.cwd(), join(settings.folder, path)));
  return expand(paths, settings);
}

/** The notebooks that paths and patterns name, each once, in their order. */
export function expand(paths: string[], settings: LoadedConfig): string[] {
  const files = paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) return [path];
    if (!stat && !isDynamicPattern(path)) throw new ConfigError(`${path}: no such file or folder`);
    const within = stat ? resolve(path) : process.cwd();
    const found = matching(stat ? "**/*.ipynb" : path, within, settings);
    if (found.length) return found;
    const what = stat ? "the folder holds no .ipynb file" : "no notebook has such a path";
    const but = settings.config.ignore ? " that the settings do not ignore" : "";
    throw new ConfigError(`${path}: ${what}${but}`);
  });
  return [...new Map(files.map((file) => [resolve(file), file])).values()];
}

/** What tells that a folder holds copies of notebooks, or those of a program that is installed there. */
const notOurs = [".rederive-site.json", "pyvenv.cfg"];

/** @param within the folder below which the pattern is meant, whatever that holds itself */
function matching(pattern: string, within: string, { config, folder }: LoadedConfig): string[] {
  const ignored = list(config.ignore ?? []).flatMap((path) => [path, `${path}/**`]);
  const base = convertPathToPattern(relative(folder, within));
  // From the folder of the settings, to which what they ignore is relative.
  const found = globSync(base ? `${base}/${pattern}` : pattern, {
    cwd: folder,
    ignore: ["**/node_modules/**", ...ignored],
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  const known = new Map([[within, true]]);
  const isOurs = (at: string): boolean => {
    let ours = known.get(at);
    if (ours === undefined) {
      const isMarked = notOurs.some((name) => existsSync(join(at, name)));
      known.set(at, (ours = !isMarked && (dirname(at) === at || isOurs(dirname(at)))));
    }
    return ours;
  };
  return found
    .filter((file) => file.endsWith(".ipynb"))
    .map((file) => resolve(file))
    .filter((file) => isOurs(dirname(file)))
    .map((file) => relative(process.cwd(), file))
    .sort(byNames);
}

const collator = new Intl.Collator("en", { numeric: true });

/** The files of a folder before those of its folders. */
function byNames(left: string, right: string): number {
  const [one, other] = [left, right].map((path) => path.split(sep));
  for (let i = 0; ; i++) {
    const [last, otherLast] = [one.length - 1 === i, other.length - 1 === i];
    if (last !== otherLast && one[i] !== undefined && other[i] !== undefined) return last ? -1 : 1;
    const order = collator.compare(one[i] ?? "", other[i] ?? "");
    if (order || last) return order || (left < right ? -1 : Number(left > right));
  }
}

const folderOf = (path: string): string => (statSync(path).isDirectory() ? path : dirname(path));

/** One or several of something, as a list. */
export const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
