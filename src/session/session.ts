import type { Output } from "../notebook/types.js";
import { Capture, captureStreams } from "./capture.js";
import { thrownError, typeError } from "./errors.js";
import { makeReproducible } from "./reproducible.js";
import { type Diagnostic, openTslab } from "./tslab.js";
import type { Session, SessionOptions } from "./types.js";
import { valueBundle } from "./value.js";

const showHook = Symbol.for("rederive.display");

/** How tslab's executor announces a diagnostic: this format, then file, line, character and text. */
const diagnosticFormat = "%s%d:%d - %s";

/**
 * Opens a session in this process, which it takes over: streams, clock and `process.exit` belong to the cells.
 * One process holds one session.
 */
export function createSession(options: SessionOptions): Session {
  process.chdir(options.cwd);
  process.setSourceMapsEnabled(true);
  let count = 0;
  let failed = false;
  let diagnostics: Diagnostic[] = [];
  const capture = new Capture(options.maxOutput, options.onOverflow);
  const fail = (output: Output) => {
    failed = true;
    capture.add(output);
  };
  const report = (thrown: unknown) => fail(thrownError(thrown, count, options.root));
  const display = (data: Record<string, unknown>) =>
    capture.add({ output_type: "display_data", data, metadata: {} });
  const executor = openTslab(
    {
      log: (value) =>
        capture.add({
          output_type: "execute_result",
          execution_count: count,
          data: valueBundle(value),
          metadata: {},
        }),
      error: (first, ...rest) => {
        if (first === diagnosticFormat && rest.length === 4) diagnostics.push(diagnostic(rest));
        else report(first);
      },
    },
    ({ data }) => display(data),
  );
  (globalThis as Record<symbol, unknown>)[showHook] = display;
  captureStreams(capture);
  if (options.reproducible) makeReproducible();
  process.exit = ((code?: number) => {
    throw new Error(`process.exit(${code ?? ""}) was called: a cell may not end its process`);
  }) as typeof process.exit;
  process.on("unhandledRejection", report);
  process.on("uncaughtException", report);

  return {
    async execute(code, executionCount) {
      count = executionCount;
      failed = false;
      diagnostics = [];
      capture.take();
      const ok = await executor.execute(code);
      await settle();
      if (diagnostics.length) fail(typeError(diagnostics, code));
      const outputs = capture.take();
      return { status: ok && !failed ? "ok" : "error", outputs };
    },
    close: () => executor.close(),
  };
}

function diagnostic([file, line, character, text]: unknown[]): Diagnostic {
  return {
    start: { line: (line as number) - 1, character: (character as number) - 1 },
    messageText: String(text),
    ...(file ? { fileName: String(file).trim() } : {}),
  };
}

/** Waits for the short timers and promises that a cell left behind, so that what they print stands under it. */
async function settle(): Promise<void> {
  const turn = () => new Promise((done) => setImmediate(done));
  await turn();
  const pending = () => process.getActiveResourcesInfo().includes("Timeout");
  for (let waited = 0; pending() && waited < 1000; waited += 5) {
    await new Promise((done) => realSetTimeout(done, 5).unref());
    await turn();
  }
}

const realSetTimeout = setTimeout;
