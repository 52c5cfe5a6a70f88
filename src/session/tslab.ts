import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A message of the type checker; lines and characters count from 0. */
export interface Diagnostic {
  start: { line: number; character: number };
  messageText: string;
  fileName?: string;
}

interface Converter {
  convert(prevDecl: string, src: string): { diagnostics: Diagnostic[] };
  close(): void;
}

interface Executor {
  execute(src: string): Promise<boolean>;
  close(): void;
}

/** What tslab's executor reports a cell's last value and its errors to. */
export interface TslabConsole {
  log(value: unknown): void;
  error(first: unknown, ...rest: unknown[]): void;
}

interface DisplayData {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

/**
 * tslab's converter and executor over the current folder, without its protocol.
 *
 * Two compiler options differ from stock tslab's: `types` is pinned to Node's, because every visible `@types` package
 * would otherwise be loaded (half a second), and `strict` is on. Both only add diagnostics, never meaning.
 *
 * @source yunabe/tslab 1.0.22, `dist/converter.js`, `dist/executor.js`
 */
export function openTslab(console: TslabConsole, display: (data: DisplayData) => void): Executor {
  patchCompiler({ types: ["node"], strict: true });
  const { createConverter } = require("tslab/dist/converter") as {
    createConverter(): Converter;
  };
  const { createExecutor } = require("tslab/dist/executor") as {
    createExecutor(root: string, converters: object, console: TslabConsole): Executor;
  };
  // `tslab.display.*` and `show` on stock tslab both go through this variable.
  const jupyter = require("tslab/dist/jupyter") as { lastWriteDisplayData: typeof display };
  jupyter.lastWriteDisplayData = display;
  const node = createConverter();
  const close = () => node.close();
  return createExecutor(process.cwd(), { node, browser: node, close }, console);
}

function patchCompiler(extra: object): void {
  const path = require.resolve("@tslab/typescript-for-tslab", {
    paths: [require.resolve("tslab/dist/converter")],
  });
  const compiler = require(path) as {
    createWatchCompilerHost(files: string[], options: object, ...rest: unknown[]): unknown;
  };
  const cached = require.cache[path];
  if (!cached) return;
  cached.exports = {
    ...compiler,
    createWatchCompilerHost: (files: string[], options: object, ...rest: unknown[]) =>
      compiler.createWatchCompilerHost(files, { ...options, ...extra }, ...rest),
  };
}
