import { guarded } from "./guard.js";

/** Where the shared numbers tell who hears SIGINT: 0 this thread, 1 the other is asked to, 2 the other. */
const place = 2;

const adding = ["on", "addListener", "once", "prependListener", "prependOnceListener"] as const;

/**
 * Leaves SIGINT to another thread for good. Between a listener of this thread and a guarded cell Node gives the signal
 * to nobody for some microseconds, and it ends the process; and starts a thread for each guard. While another thread's
 * guard stands, it does neither.
 *
 * Listeners that cells and packages add are not called from then on: they clean up before an end that does not come.
 */
export function yieldSigint(shared: Int32Array): void {
  process.removeAllListeners("SIGINT");
  Atomics.store(shared, place, 1);
  Atomics.notify(shared, place);
  while (Atomics.load(shared, place) === 1) {
    try {
      guarded(() => Atomics.wait(shared, place, 1));
    } catch {
      // A signal; nothing runs that it could mean.
    }
  }
  for (const name of adding) {
    const add = process[name] as (event: string, listener: () => void) => NodeJS.Process;
    process[name] = ((event: string, listener: () => void) =>
      event === "SIGINT" ? process : add.call(process, event, listener)) as never;
  }
}

/** Waits, in the other thread, until SIGINT is left to it. */
export function awaitSigint(shared: Int32Array): void {
  while (Atomics.load(shared, place) === 0) Atomics.wait(shared, place, 0);
}

/** Says, in the other thread, that its guard stands. */
export function takeSigint(shared: Int32Array): void {
  Atomics.store(shared, place, 2);
  Atomics.notify(shared, place);
}
