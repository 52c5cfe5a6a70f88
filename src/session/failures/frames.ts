import { findSourceMap, SourceMap, type SourceMapPayload } from "node:module";
import { basename, dirname, resolve } from "node:path";
import { isMachinery, isOfPackage } from "../machinery.js";

/** Where frames are to be shown, and what they were compiled from. */
export interface FramePlaces {
  /** Folders whose absolute path must not stand in an output, with what stands for each instead. */
  folders: [path: string, shown: string][];
  /** Folders of what packages were built to: to who imports them by name they are packages like any others. */
  builds: string[];
  /** The source map of code that was compiled in this process, by the name that it ran under. */
  mapOf(name: string): object | undefined;
}

/** The name, in the importing folder, of a script that imports a package as Node does: its messages give it. */
export const importerName = "cell";

const cellScheme = "cell:";

/** The name under which a cell's code runs. */
export function cellName(executionCount: number): string {
  return cellScheme + executionCount;
}

/** Frames that are looked through for the reader's own, however deep a package is when it throws. */
const deepest = 1000;

/** Frames that are shown: as many as Node prints. */
const most = 10;

/**
 * Makes every stack trace of the process one of sources: `cell 4, line 2`, `src/nn/dense.ts:24`. Frames of Node, of
 * packages and of what runs the cells are left out; one of a cell stands in each trace that has any.
 */
export function showSources({ folders, builds, mapOf }: FramePlaces): void {
  const maps = new Map<string, SourceMap | undefined>();
  const sourceOf = (name: string, line: number, column: number): { name: string; at: number } => {
    if (!maps.has(name)) {
      const payload = mapOf(name) as SourceMapPayload | undefined;
      maps.set(name, payload ? new SourceMap(payload) : findSourceMap(name));
    }
    const entry = maps.get(name)?.findEntry(line - 1, column - 1);
    if (!entry || !("originalLine" in entry)) return { name, at: line };
    const bundled = /\.js$/.test(name) && entry.originalSource;
    return {
      name: bundled ? resolve(dirname(name), entry.originalSource) : name,
      at: entry.originalLine + 1,
    };
  };
  const shown = (site: NodeJS.CallSite): string[] => {
    const name = site.getFileName()?.replace(/^file:\/\//, "");
    const line = site.getLineNumber();
    if (!name || line === null || /^node:/.test(name) || isOfPackage(name)) return [];
    if (basename(name) === importerName) return [];
    if (isMachinery(name) || builds.some((folder) => name.startsWith(folder))) return [];
    const source = sourceOf(name, line, site.getColumnNumber() ?? 1);
    if (name.startsWith(cellScheme)) {
      return [frame(site, `cell ${name.slice(cellScheme.length)}, line ${source.at}`)];
    }
    if (isOfPackage(source.name)) return []; // it was bundled with what uses it
    return [frame(site, `${withoutFolders(source.name, folders)}:${source.at}`)];
  };
  Error.stackTraceLimit = deepest;
  Error.prepareStackTrace = maker = (error, sites) => {
    const frames = sites.flatMap(shown).filter((line, i, all) => line !== all[i - 1]);
    return [heading(error, folders), ...chosen(frames)].join("\n    at ");
  };
  forget = (name) => maps.delete(name);
}

/** The innermost frames, and in place of the last the first of a cell if there is none among them. */
function chosen(frames: string[]): string[] {
  const ofCell = frames.findIndex((line) => /(?:^|\()cell \d+, line \d+\)?$/.test(line));
  return ofCell < most ? frames.slice(0, most) : [...frames.slice(0, most - 1), frames[ofCell]];
}

let maker = Error.prepareStackTrace;

/** Whether no cell has a function of its own make the texts of stacks. */
export function makesStacks(): boolean {
  return Object.getOwnPropertyDescriptor(Error, "prepareStackTrace")?.value === maker;
}

let forget: (name: string) => void = () => {};

/** Forgets the source map of code that was compiled anew. */
export function forgetMap(name: string): void {
  forget(name);
}

function frame(site: NodeJS.CallSite, place: string): string {
  const called = site.getFunctionName();
  if (!called) return place;
  const type = site.isConstructor() ? "new " : site.isAsync() ? "async " : "";
  return `${type}${called} (${place})`;
}

function heading(error: unknown, folders: FramePlaces["folders"]): string {
  try {
    // As V8 writes it: what `console.trace` gives is an error in name alone.
    return withoutFolders(Error.prototype.toString.call(error), folders);
  } catch {
    return "Error";
  }
}

/** A text in which no path of the machine stands. */
export function withoutFolders(text: string, folders: FramePlaces["folders"]): string {
  return folders.reduce(
    (rest, [path, shown]) =>
      rest.replaceAll(`file://${path}/`, shown).replaceAll(`${path}/`, shown),
    text,
  );
}
