import { Worker } from "node:worker_threads";
import { createSession, type Session } from "../session/index.js";
import { overflowExit } from "./limits.js";
import type { Answer, Order } from "./messages.js";

// The process of one notebook: takes orders from its parent, one cell at a time.

/** A thread that ends the process when its parent is gone, even while a cell loops. */
const watch = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 500);
`;

function main(): void {
  new Worker(watch, { eval: true }).unref();
  const exit = process.exit.bind(process);
  process.on("disconnect", () => exit(0));
  let session: Session | undefined;
  const answer = (message: Answer) => process.send?.(message);
  process.on("message", (order: Order) => {
    if (order.type === "open") {
      session = createSession({
        cwd: order.cwd,
        root: order.root,
        reproducible: true,
        maxOutput: order.maxOutput,
        onOverflow: () => process.reallyExit(overflowExit),
      });
      answer({ type: "ready" });
    } else {
      void session?.execute(order.code, order.executionCount).then((result) => {
        answer({ type: "result", result });
      });
    }
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

main();
