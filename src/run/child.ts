import { Worker } from "node:worker_threads";
import { createSession, type Session } from "../session/index.js";
import { overflowExit } from "./limits.js";
import type { Answer, Order } from "./messages.js";

// The process of one notebook: takes orders from its parent, one cell at a time.

/**
 * A thread that ends the process, with all that its cells started, when the parent is gone: it runs while a cell
 * loops, and a parent that was killed could not do it.
 */
const watch = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => {
    if (process.ppid === workerData) return;
    try { process.kill(-process.pid, "SIGKILL"); } catch {}
    process.kill(process.pid, "SIGKILL");
  }, 250);
`;

function main(parent: number): void {
  new Worker(watch, { eval: true, workerData: parent, execArgv: [] }).unref();
  process.on("disconnect", () => process.reallyExit(0));
  let session: Pick<Session, "execute"> | undefined;
  const answer = (message: Answer) => process.send?.(message);
  process.on("message", (order: Order) => {
    if (order.type === "open") {
      try {
        session = openSession(order);
        answer({ type: "ready" });
      } catch (error) {
        answer({ type: "broken", reason: (error as Error).message });
      }
    } else {
      void session?.execute(order.code, { executionCount: order.executionCount }).then((result) => {
        answer({ type: "result", result });
      });
    }
  });
}

function openSession({ cwd, root, core, maxOutput }: Order & { type: "open" }) {
  return createSession({
    cwd,
    root,
    core,
    maxOutput,
    reproducible: true,
    onOverflow: () => process.reallyExit(overflowExit),
  });
}

declare global {
  namespace NodeJS {
    interface Process {
      /** Node's own way out, which no cell replaces. */
      reallyExit(code: number): never;
    }
  }
}

main(Number(process.argv[2]));
