import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { packageEntries } from "./packageEntries.js";

/** A package whose sources stand beside what is built from them. */
export interface OwnPackage {
  name: string;
  /** What is imported of it, by what is written: its name, or `name/part`. */
  entries: ReadonlyMap<string, OwnEntry>;
  /** The folder of its sources. */
  sources: string;
  /** What was built of it, if that can stand in for the sources. */
  build?: Build;
}

/** A module of the package in its two forms. */
export interface OwnEntry {
  source: string;
  /** What was built of it, and its types. */
  code: string;
  types: string;
}

export interface Build {
  folder: string;
  /** Whether every source is still what this was built from. */
  isFresh(): boolean;
}

/** The project's own package, if its sources can be run in place of its build: `dist/index.js` is `src/index.ts`. */
export function ownPackage(root: string): OwnPackage | undefined {
  const { name, files } = packageEntries(root) ?? {};
  const main = name === undefined ? undefined : files?.get(name);
  if (name === undefined || !files || !main) return undefined;
  const sources = join(root, "src");
  const entries = new Map<string, OwnEntry>();
  for (const [specifier, file] of files) {
    const path = /^(?:dist|lib|build|out)[\\/](.*)\.[cm]?js$/.exec(relative(root, file))?.[1];
    const source = join(sources, `${path}.ts`);
    if (path !== undefined && existsSync(source)) entries.set(specifier, entryOf(file, source));
  }
  return entries.has(name)
    ? { name, entries, sources, build: builtOf(root, dirname(main)) }
    : undefined;
}

/** The file of a specifier, from the build as long as there is one; undefined for what is no entry of the package. */
export function ownFile(own: OwnPackage, specifier: string): string | undefined {
  const entry = own.entries.get(specifier);
  return own.build ? entry?.code : entry?.source;
}

/** A bundle beside an entry holds all that the entry needs, and so do the types beside it. */
function entryOf(file: string, source: string): OwnEntry {
  const [code, types] = ["bundle.js", "bundle.d.ts"].map((name) => join(dirname(file), name));
  return {
    source,
    code: existsSync(code) ? code : file,
    types: existsSync(types) ? types : file.replace(/\.([cm]?)js$/, ".d.$1ts"),
  };
}

interface SourceStamp {
  mtimeMs: number;
  size: number;
  sha256: string;
}

/** The build in a folder that says what it was made from, file by file. */
function builtOf(root: string, folder: string): Build | undefined {
  const made = join(folder, "sources.json");
  if (!existsSync(made) || !existsSync(join(folder, "bundle.js"))) return undefined;
  const stamps = Object.entries(
    JSON.parse(readFileSync(made, "utf8")) as Record<string, SourceStamp>,
  );
  return {
    folder,
    isFresh: () => stamps.every(([path, stamp]) => isUnchanged(join(root, path), stamp)),
  };
}

function isUnchanged(path: string, { mtimeMs, size, sha256 }: SourceStamp): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.mtimeMs === mtimeMs && stat.size === size) return true;
  if (!stat || stat.size !== size) return false;
  return createHash("sha256").update(readFileSync(path)).digest("hex") === sha256;
}
