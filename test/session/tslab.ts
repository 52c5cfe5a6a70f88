import { createRequire } from "node:module";
import { dirname } from "node:path";

const require = createRequire(import.meta.url);

/** A message of the type checker; lines and characters count from 0. */
export interface Diagnostic {
  start: { line: number; character: number };
  messageText: string;
  fileName?: string;
}

interface Executor {
  execute(src: string): Promise<boolean>;
}

/** What tslab's executor reports a cell's last value and its errors to. */
interface TslabConsole {
  log(value: unknown): void;
  error(first: unknown, ...rest: unknown[]): void;
}

interface DisplayData {
  data: unknown;
  transient?: { display_id?: string };
}

/** What a cell gives, as tslab reports it. */
export interface TslabEvents {
  onValue(value: unknown): void;
  onThrown(thrown: unknown): void;
  onDiagnostic(diagnostic: Diagnostic): void;
  onDisplay(data: unknown, id: string | undefined, update: boolean): void;
}

/** How tslab's executor announces a diagnostic: this format, then file, line, character and text. */
const diagnosticFormat = "%s%d:%d - %s";

/**
 * tslab's converter and executor over the current folder, without its protocol: no ZeroMQ is loaded.
 *
 * @source yunabe/tslab 1.0.22, `dist/converter.js`, `dist/executor.js`
 */
export function openTslab(events: TslabEvents, isJS = false) {
  patchCompiler();
  const { createConverter } = require("tslab/dist/converter") as {
    createConverter(options: { isJS: boolean }): { close(): void };
  };
  const { createExecutor } = require("tslab/dist/executor") as {
    createExecutor(root: string, converters: object, console: TslabConsole): Executor;
  };
  // `tslab.display.*` and `show` on stock tslab both go through this variable.
  const jupyter = require("tslab/dist/jupyter") as {
    lastWriteDisplayData: (display: DisplayData, update?: boolean) => void;
  };
  jupyter.lastWriteDisplayData = ({ data, transient }, update = false) =>
    events.onDisplay(data, transient?.display_id, update);
  const node = createConverter({ isJS });
  const close = () => node.close();
  const executor = createExecutor(
    process.cwd(),
    { node, browser: node, close },
    {
      log: events.onValue,
      error: (first, ...rest) => {
        if (first !== diagnosticFormat || rest.length !== 4) return events.onThrown(first);
        const [file, line, character, messageText] = rest as [string, number, number, string];
        events.onDiagnostic({
          start: { line: line - 1, character: character - 1 },
          messageText,
          ...(file ? { fileName: file.trim() } : {}),
        });
      },
    },
  );
  return { execute: (code: string) => executor.execute(code), close };
}

interface Compiler {
  createWatchCompilerHost(files: string[], options: object, ...rest: unknown[]): unknown;
  sys: { watchFile?: unknown; watchDirectory?: unknown };
}

/** tslab's compiler watches every file that it reads, and sees each visible package of types: neither is asked for here. */
function patchCompiler(): void {
  const path = require.resolve("@tslab/typescript-for-tslab", {
    paths: [require.resolve("tslab/dist/converter")],
  });
  const compiler = require(path) as Compiler;
  const typeRoots = [dirname(dirname(require.resolve("@types/node/package.json")))];
  const extra = { types: ["node"], typeRoots };
  const unwatched = () => ({ close: () => {} });
  compiler.sys.watchFile = unwatched;
  compiler.sys.watchDirectory = unwatched;
  const cached = require.cache[path];
  if (!cached) return;
  cached.exports = {
    ...compiler,
    createWatchCompilerHost: (files: string[], options: object, ...rest: unknown[]) =>
      compiler.createWatchCompilerHost(files, { ...options, ...extra }, ...rest),
  };
}
