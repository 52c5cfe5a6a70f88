import { EventEmitter } from "node:events";
import { mimeBundle } from "../forms/bundle.js";
import type { CellRun, CellRuns } from "./cellRun.js";
import { guarded } from "../interrupt/guard.js";
import { asTerminal } from "./terminal.js";

/** Under which `show` of the core finds a session's way to display a bundle. */
const showHook = Symbol.for("rederive.display");

/** Hands the process to the cells: what it writes, shows, throws late and ends belongs to the cell that did it. */
export function takeOver(runs: CellRuns, report: (thrown: unknown, run: CellRun) => void): void {
  for (const name of ["stdout", "stderr"] as const) {
    process[name].write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
      if (text) runs.current().write(name, text);
      const done = rest.find((argument) => typeof argument === "function");
      if (done) process.nextTick(done as () => void);
      return true;
    }) as typeof process.stdout.write;
    asTerminal(process[name]);
  }
  const globals = globalThis as Record<symbol, unknown>;
  globals[showHook] = (data: unknown) => runs.current().display(mimeBundle(data));
  // A cell that catches the error has still failed: elsewhere the call would have ended the process.
  process.exit = ((code?: number | string) => {
    runs.current().fail();
    throw new Error(`process.exit(${code ?? ""}) was called: a cell may not end its process`);
  }) as typeof process.exit;
  process.on("unhandledRejection", (thrown, promise) => report(thrown, runs.of(promise)));
  // One that a later cell handles was told of under its cell: Node's warning of it is of no use to a reader.
  process.on("rejectionHandled", () => {});
  // By no listener, which a cell could take away; what others throw meanwhile would end the process.
  process.emit = ((event: string | symbol, ...args: unknown[]) => {
    const emit = () => EventEmitter.prototype.emit.call(process, event, ...args);
    if (!String(event).startsWith("uncaughtException")) return emit();
    try {
      if (event === "uncaughtException") guarded(() => report(args[0], runs.current()));
      emit();
    } catch (thrown) {
      report(thrown, runs.current());
    }
    return true;
  }) as typeof process.emit;
}
