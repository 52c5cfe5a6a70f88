import { fileURLToPath } from "node:url";
import { mimeBundle, valueBundle } from "./bundle.js";
import { Capture, captureStreams } from "./capture.js";
import { type ErrorPlace, thrownError, typeError } from "./errors.js";
import { makeReproducible } from "./reproducible.js";
import { settle } from "./settle.js";
import { type Diagnostic, openTslab } from "./tslab.js";
import type { Session, SessionOptions } from "./types.js";

const showHook = Symbol.for("rederive.display");
const ownFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Opens a session in this process, which it takes over: streams, clock and `process.exit` belong to the cells.
 * One process holds one session.
 */
export function createSession(options: SessionOptions): Pick<Session, "execute" | "close"> {
  process.chdir(options.cwd);
  process.setSourceMapsEnabled(true);
  const place: ErrorPlace = {
    count: 0,
    folders: [
      [options.root, ""],
      [ownFolder, "rederive/"],
    ],
  };
  let failed = false;
  let diagnostics: Diagnostic[] = [];
  const capture = new Capture(options.maxOutput, options.onOverflow ?? (() => {}));
  const report = (thrown: unknown) => {
    failed = true;
    capture.add(thrownError(thrown, place));
  };
  const tslab = openTslab(
    {
      onValue: (value) =>
        capture.add({
          output_type: "execute_result",
          execution_count: place.count,
          data: valueBundle(value),
          metadata: {},
        }),
      onThrown: report,
      onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
      onDisplay: (data, id, update) => capture.display(mimeBundle(data), id, update),
    },
    { root: options.root, core: options.core, watch: !options.reproducible },
  );
  (globalThis as Record<symbol, unknown>)[showHook] = (data: unknown) =>
    capture.display(mimeBundle(data));
  captureStreams(capture);
  const startClock = options.reproducible ? makeReproducible() : () => {};
  refuseExit(() => (failed = true));
  process.on("unhandledRejection", report);
  process.on("uncaughtException", report);

  return {
    async execute(code, { executionCount }) {
      place.count = executionCount;
      diagnostics = [];
      startClock(executionCount);
      try {
        if (!(await tslab.execute(code))) failed = true;
        await settle();
      } catch (error) {
        report(error); // a value that cannot show itself
      }
      if (diagnostics.length) {
        failed = true;
        capture.add(typeError(diagnostics, code, place));
      }
      const status = failed ? "error" : "ok";
      // What comes between two cells, a late error above all, counts for the next one.
      failed = false;
      return { status, outputs: capture.take() };
    },
    close: tslab.close,
  };
}

/** A cell that catches the error has still failed: elsewhere the call would have ended the process. */
function refuseExit(fail: () => void): void {
  process.exit = ((code?: number | string) => {
    fail();
    throw new Error(`process.exit(${code ?? ""}) was called: a cell may not end its process`);
  }) as typeof process.exit;
}
