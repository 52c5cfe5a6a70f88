import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** A package whose sources stand beside what is built from them. */
export interface OwnPackage {
  name: string;
  /** The source file of its main entry. */
  entry: string;
  /** The folder of its sources. */
  sources: string;
  /** What was built of it, if that can stand in for the sources. */
  build?: Build;
}

/** A package in one file, with the types of its main entry. */
export interface Build {
  code: string;
  types: string;
  /** Whether every source is still what this was built from. */
  isFresh(): boolean;
}

/** The project's own package, if its sources can be run in place of its build: `dist/index.js` is `src/index.ts`. */
export function ownPackage(root: string): OwnPackage | undefined {
  const path = join(root, "package.json");
  if (!existsSync(path)) return undefined;
  const { name, exports, main } = JSON.parse(readFileSync(path, "utf8")) as {
    name?: string;
    exports?: unknown;
    main?: string;
  };
  const target = mainTarget(exports) ?? main;
  if (!name || !target) return undefined;
  const source = /^(?:\.\/)?(?:dist|lib|build|out)\/(.*)\.[cm]?js$/.exec(target)?.[1];
  const sources = join(root, "src");
  const entry = join(sources, `${source}.ts`);
  if (!source || !existsSync(entry)) return undefined;
  return { name, entry, sources, build: builtOf(root, join(root, dirname(target))) };
}

interface SourceStamp {
  mtimeMs: number;
  size: number;
  sha256: string;
}

/** The build in a folder that says what it was made from, file by file. */
function builtOf(root: string, folder: string): Build | undefined {
  const made = join(folder, "sources.json");
  const code = join(folder, "bundle.js");
  if (!existsSync(made) || !existsSync(code)) return undefined;
  const stamps = Object.entries(
    JSON.parse(readFileSync(made, "utf8")) as Record<string, SourceStamp>,
  );
  return {
    code,
    types: join(folder, "index.d.ts"),
    isFresh: () => stamps.every(([path, stamp]) => isUnchanged(join(root, path), stamp)),
  };
}

function isUnchanged(path: string, { mtimeMs, size, sha256 }: SourceStamp): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.mtimeMs === mtimeMs && stat.size === size) return true;
  if (!stat || stat.size !== size) return false;
  return createHash("sha256").update(readFileSync(path)).digest("hex") === sha256;
}

function mainTarget(exports: unknown): string | undefined {
  if (typeof exports === "string") return exports;
  if (typeof exports !== "object" || exports === null) return undefined;
  const {
    ".": root,
    import: whenImported,
    default: otherwise,
  } = exports as Record<string, unknown>;
  return mainTarget(root ?? whenImported ?? otherwise);
}
