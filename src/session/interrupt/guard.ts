import { createRequire } from "node:module";
import { types } from "node:util";
import vm from "node:vm";
import { awaitSignal, noteGuard, noteSignalled, sharedNumbers } from "./presses.js";
import { asyncStackClearer, nodePart } from "./nodeParts.js";

/** The name of a guard's frame: that of a part of Node, so that no stack trace shows it. */
export const guardName = "node:guard";

/** That of a guard apart: what it guards is called in the middle of what goes on, whoever's that is. */
export const apartName = "node:guard/apart";

/** The one name by which the guarding script finds its work. */
const slot = Symbol.for("rederive.guarded");

const scriptOf = (filename: string) =>
  new vm.Script(`globalThis[Symbol.for("rederive.guarded")]()`, { filename });
const [script, apart] = [guardName, apartName].map(scriptOf);
/** Node writes nothing into the stack of what is thrown: for that it would read it, where nothing ends a getter of it. */
const guarding = { breakOnSigint: true, displayErrors: false };
const globals = globalThis as Record<symbol, unknown>;
const loadedModules = createRequire(import.meta.url).cache;
const clearAsyncStack = asyncStackClearer();
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
  stand(true);
  undoing = [];
  try {
    return script.runInThisContext(guarding) as T;
  } catch (error) {
    if (isInterruption(error)) {
      noteSignalled(shared);
      mend();
      for (const undo of undoing) undo();
    }
    throw error;
  } finally {
    stand(false);
    undoing = [];
  }
}

function stand(is: boolean): void {
  stands = is;
  noteGuard(shared, is);
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

/**
 * Does work that Node calls in the middle of other code, which goes on when that is ended; gives whether it was. It is not
 * guarded where a guard costs a thread.
 */
export function isEndedApart(work: () => void): boolean {
  if (!isCheap) return (work(), false);
  const outer = stands;
  globals[slot] = work;
  stand(true);
  try {
    apart.runInThisContext(guarding);
    return false;
  } catch (error) {
    if (!isInterruption(error)) throw error;
    noteSignalled(shared);
    return true;
  } finally {
    stand(outer);
  }
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
export function mend(): void {
  stand(false);
  clearAsyncStack();
  for (const [path, module] of Object.entries(loadedModules)) {
    if (module && !module.loaded) delete loadedModules[path];
  }
}
