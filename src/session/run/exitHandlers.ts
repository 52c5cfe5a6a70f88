import { settle, underWay } from "./settle.js";

// Taken before a cell can replace it.
const { setTimeout: wait } = globalThis;

/** Longest time that a listener's promise is waited for, in milliseconds. */
const patience = 1000;

/**
 * Does what a process does as it ends: calls the listeners that cells and packages have set for it, so that what they
 * hold, a lock, a temporary file, is given back. What those of `beforeExit` start is waited for, those of `exit` come
 * last. One that fails takes none of the others along.
 */
export async function runExitHandlers(report: (thrown: unknown) => void): Promise<void> {
  const before = underWay();
  await settled(call("beforeExit", report), report);
  await settle(before, () => false);
  call("exit", report);
}

function call(event: "beforeExit" | "exit", report: (thrown: unknown) => void): unknown[] {
  const code = Number(process.exitCode ?? 0);
  return process.rawListeners(event).map((listener) => {
    try {
      return listener.call(process, code) as unknown;
    } catch (error) {
      return report(error);
    }
  });
}

/** Waits until promises have ended, or for as long as is waited at the most. */
function settled(promises: unknown[], report: (thrown: unknown) => void): Promise<unknown> {
  const all = promises.map((one) => Promise.resolve(one).catch(report));
  return Promise.race([Promise.all(all), new Promise((done) => wait(done, patience).unref())]);
}
