import { Worker } from "node:worker_threads";

/** Ends the process, with all that it started, when the parent is gone. */
const watch = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => {
    if (process.ppid === workerData) return;
    try { process.kill(-process.pid, "SIGKILL"); } catch {}
    process.kill(process.pid, "SIGKILL");
  }, 250);
`;

/**
 * Starts a thread that ends this process when its parent is gone: it runs while the main thread is busy, and a parent
 * that was killed could not do it.
 */
export function watchParent(parent: number): void {
  new Worker(watch, { eval: true, workerData: parent, execArgv: [] }).unref();
}
