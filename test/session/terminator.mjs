// A thread that does to a running cell what a kernel's thread does if SIGINT has left it running.
import { parentPort, workerData } from "node:worker_threads";
import { terminateMainThread } from "../../dist/session/terminate.js";

parentPort.postMessage(await terminateMainThread(workerData));

parentPort.on("message", () => {}); // keeps the thread, which has nothing else to wait for
const timer = setInterval(() => {
  if (Atomics.load(workerData, 0) !== 1) return;
  clearInterval(timer);
  // The cell is given the time to come to its loop.
  setTimeout(() => {
    void terminateMainThread(workerData).then(() => process.kill(process.pid, "SIGINT"));
  }, 300);
}, 10);
