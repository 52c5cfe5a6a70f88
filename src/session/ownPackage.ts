import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package whose sources stand beside what is built from them. */
export interface OwnPackage {
  name: string;
  /** The source file of its main entry. */
  entry: string;
  /** The folder of its sources. */
  sources: string;
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
  return source && existsSync(entry) ? { name, entry, sources } : undefined;
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
