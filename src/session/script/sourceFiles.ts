import { existsSync, readFileSync, statSync } from "node:fs";
import { placedInFile } from "./compileCell.js";
import { CompileError } from "../text/compileError.js";
import { withRounds } from "./rounds.js";
import { toJavaScript } from "./transform.js";
import { commonJs } from "./wholeTransform.js";
import type { Dialect } from "./dialect.js";

/** The project's files as they were last read. */
export interface SourceFiles {
  source(path: string): string;
  /** A file as JavaScript; compiled once for each content. @throws CompileError with the place in the file */
  code(path: string): string;
  /** A file of TypeScript as CommonJS. @throws CompileError as `code` does */
  commonCode(path: string): string;
  /** Files that were read before and have changed on the disk since; each is read anew. */
  edited(): string[];
  /** All that were read, in the order of their first reading. */
  paths(): string[];
  /** The source map of a file's code, undefined for a file that was not compiled; made or read on demand. */
  mapOf(path: string): object | undefined;
  /** What V8 has against a file's code, with the place in the file if that can be found. */
  placed(error: SyntaxError, path: string): SyntaxError;
}

interface Entry {
  stamp: string;
  source: string;
  code?: string;
  common?: string;
}

/** @param dialect gives that of a file's text; asked when it is compiled */
export function sourceFiles(dialect: (source: string) => Dialect): SourceFiles {
  const entries = new Map<string, Entry>();
  const entry = (path: string): Entry => {
    let known = entries.get(path);
    if (!known) {
      known = { stamp: stampOf(path), source: readFileSync(path, "utf8") };
      entries.set(path, known);
    }
    return known;
  };
  const compiled = (path: string, source: string, map = false) =>
    withRounds(path, source, (text) => toJavaScript(path, text, dialect(source), map));
  const common = (path: string, source: string, map = false) =>
    withRounds(path, source, (text) => commonJs(path, text, dialect(source), map));
  return {
    source: (path) => entry(path).source,
    code(path) {
      const known = entry(path);
      return (known.code ??= isCode(path) ? compiled(path, known.source).code : known.source);
    },
    commonCode(path) {
      const known = entry(path);
      return (known.common ??= common(path, known.source).code);
    },
    edited() {
      const changed: string[] = [];
      for (const [path, known] of [...entries]) {
        const now = stampOf(path);
        if (now === known.stamp) continue;
        if (now !== "" && readFileSync(path, "utf8") === known.source) known.stamp = now;
        else {
          entries.delete(path);
          changed.push(path);
        }
      }
      return changed;
    },
    paths: () => [...entries.keys()],
    mapOf(path) {
      const known = entries.get(path);
      if (!known) return undefined;
      if (known.code === undefined) {
        if (known.common === undefined) return undefined;
        return common(path, known.source, true).map;
      }
      if (isBuilt(path)) return JSON.parse(readFileSync(`${path}.map`, "utf8")) as object;
      return compiled(path, known.source, true).map;
    },
    placed: (error, path) =>
      error instanceof CompileError
        ? error
        : placedInFile(error, path, entry(path).source, dialect(entry(path).source)),
  };
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : "";
}

/** Whether a file has to be compiled before it runs. */
const isCode = (path: string) => !path.endsWith(".json") && !isBuilt(path);

/** Whether a file is JavaScript with a source map beside it. */
function isBuilt(path: string): boolean {
  return path.endsWith(".js") && existsSync(`${path}.map`);
}
