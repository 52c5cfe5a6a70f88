import { createRequire } from "node:module";
import { types } from "node:util";
import vm from "node:vm";
import { awaitSignal, noteSignalled, sharedNumbers } from "./presses.js";
import { nodePart } from "./nodeParts.js";

/** The name of a guard's frame: that of a part of Node, so that no stack trace shows it. */
export const guardName = "node:guard";

/** The one name by which the guarding script finds its work. */
const slot = Symbol.for("rederive.guarded");

/** The name by which another thread, which ends code without a guard, has put right what that leaves undone. */
const mending = Symbol.for("rederive.mend");

/** What another thread evaluates in this one before it ends code that runs without a guard. */
export const mendingCode = `globalThis[Symbol.for("rederive.mend")]()`;

const script = new vm.Script(`globalThis[Symbol.for("rederive.guarded")]()`, {
  filename: guardName,
});
const globals = globalThis as Record<symbol, unknown>;
const loadedModules = createRequire(import.meta.url).cache;
const { clearAsyncIdStack } = nodePart("async_wrap");
let shared: Int32Array = new Int32Array(sharedNumbers);
let stands = false;
let isCheap = false;
let undoing: (() => void)[] = [];

/**
 * Does work whose loops SIGINT ends; what it had changed stays. A guard within another is none: code between the two
 * could catch what ends it, and go on.
 */
export function guarded<T>(work: () => T): T {
  if (stands) return work();
  globals[slot] = work;
  stands = true;
  undoing = [];
  try {
    return script.runInThisContext({ breakOnSigint: true }) as T;
  } catch (error) {
    if (isInterruption(error)) {
      noteSignalled(shared);
      mend();
      for (const undo of undoing) undo();
    }
    throw error;
  } finally {
    stands = false;
    undoing = [];
  }
}

/** Does something if the work of the guard that stands is ended. */
export function onEnd(undo: () => void): void {
  if (stands) undoing.push(undo);
}

/**
 * The same for work that may be called a million times: a guard costs two microseconds where SIGINT is left to the
 * guards, and a thread of its own where it is not; there it is not guarded.
 */
export function guardedOften<T>(work: () => T): T {
  return isCheap ? guarded(work) : work();
}

/** Whether an error says that SIGINT ended a guarded work. */
export function isInterruption(error: unknown): boolean {
  if (!types.isNativeError(error)) return false; // of a proxy nothing is asked
  const code: unknown = Object.getOwnPropertyDescriptor(error, "code")?.value;
  return code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}

/** Takes a signal that was sent to a guard and has not come to any yet. */
export function takeLateSignal(): void {
  try {
    guarded(() => awaitSignal(shared));
  } catch {
    // It has come.
  }
}

/**
 * Leaves SIGINT to the guards: where none stands it does nothing, and listeners are not called.
 *
 * @param numbers what the thread that sends signals shares with this one
 */
export function leaveSigintToGuards(numbers: Int32Array): void {
  shared = numbers;
  process.removeAllListeners("SIGINT");
  hearSigint();
  const { startSigintWatchdog } = nodePart("contextify");
  startSigintWatchdog?.();
  isCheap = startSigintWatchdog !== undefined;
  const adding = ["on", "addListener", "once", "prependListener", "prependOnceListener"] as const;
  for (const name of adding) {
    const add = process[name] as (event: string, listener: () => void) => NodeJS.Process;
    process[name] = ((event: string, listener: () => void) =>
      event === "SIGINT" ? process : add.call(process, event, listener)) as never;
  }
}

/**
 * A SIGINT that nobody hears and that this process sends to itself is taken for its end. Node goes on hearing one whose
 * listener is taken away without a word: nobody can take it away, and no listener is called.
 */
function hearSigint(): void {
  process.on("SIGINT", () => {});
  const { _events } = process as unknown as { _events: Record<string, unknown> };
  delete _events.SIGINT;
}

/**
 * An end from outside passes by every `finally`, those of Node's own functions included: what they would have done is
 * done here. Node does the first after an exception that nobody has caught.
 */
function mend(): void {
  stands = false;
  clearAsyncIdStack?.();
  for (const [path, module] of Object.entries(loadedModules)) {
    if (module && !module.loaded) delete loadedModules[path];
  }
}

Object.defineProperty(globalThis, mending, { value: mend });
