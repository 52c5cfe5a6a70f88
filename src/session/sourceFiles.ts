import { existsSync, readFileSync, statSync } from "node:fs";
import { toJavaScript } from "./transform.js";

/** A file of the project as JavaScript. */
export interface Compiled {
  code: string;
  source: string;
}

/** The project's files as they were last read. */
export interface SourceFiles {
  /** A file's code; compiled once for each content. @throws SyntaxError naming the file */
  compiled(path: string): Compiled;
  /** Files that were read before and have changed on the disk since; each is read anew. */
  edited(): string[];
  paths(): string[];
}

interface Entry extends Compiled {
  stamp: string;
}

export function sourceFiles(): SourceFiles {
  const entries = new Map<string, Entry>();
  const read = (path: string, stamp: string): Entry => {
    const source = readFileSync(path, "utf8");
    const before = entries.get(path);
    const entry =
      before?.source === source ? { ...before, stamp } : { stamp, ...compile(path, source) };
    entries.set(path, entry);
    return entry;
  };
  return {
    compiled: (path) => entries.get(path) ?? read(path, stampOf(path)),
    edited() {
      const changed: string[] = [];
      for (const [path, { stamp, source }] of [...entries]) {
        const now = stampOf(path);
        if (now === stamp) continue;
        entries.delete(path);
        if (now === "" || readFileSync(path, "utf8") !== source) changed.push(path);
      }
      return changed;
    },
    paths: () => [...entries.keys()],
  };
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : "";
}

function compile(path: string, source: string): Compiled {
  if (path.endsWith(".json") || isBuilt(path)) return { code: source, source };
  return { code: toJavaScript(path, source, "module").code, source };
}

/** Whether a file is JavaScript with a source map beside it. */
function isBuilt(path: string): boolean {
  return path.endsWith(".js") && existsSync(`${path}.map`);
}

/** The source map of a file's code; made or read when a stack trace asks for it. */
export function sourceMapOf(path: string, source: string): object | undefined {
  if (isBuilt(path)) return JSON.parse(readFileSync(`${path}.map`, "utf8")) as object;
  return toJavaScript(path, source, "module", true).map;
}
