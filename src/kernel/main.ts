import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { FromCells, SocketsData, ToCells } from "./messages.js";

// The process of a kernel: `node main.js CONNECTION_FILE`. The sockets' thread starts first, so that a client is
// answered while the session loads.

function main(connectionFile: string | undefined): void {
  if (!connectionFile) return fail("it needs the path of a connection file");
  process.on("SIGINT", () => {}); // an interrupt while nothing runs; the session sees to the others
  const interruptible = new Int32Array(new SharedArrayBuffer(12));
  const sockets = new Worker(new URL("./socketThread.js", import.meta.url), {
    workerData: { connectionFile, parent: process.ppid, interruptible } satisfies SocketsData,
    execArgv: [],
  });
  sockets.on("error", ({ message }) => fail(message));
  const tell = (message: FromCells) => sockets.postMessage(message);
  const arrived: ToCells[] = [];
  const keep = (message: ToCells) => arrived.push(message);
  sockets.on("message", keep);
  void import("./openCells.js").then(({ openCells }) => {
    const take = openCells(tell, interruptible);
    sockets.off("message", keep).on("message", take);
    arrived.forEach(take);
  });
}

function fail(reason: string): void {
  writeSync(2, `rederive kernel: ${reason}\n`);
  process.exitCode = 2;
  process.reallyExit(2);
}

declare global {
  namespace NodeJS {
    interface Process {
      /** Node's own way out, which no cell replaces. */
      reallyExit(code: number): never;
    }
  }
}

main(process.argv[2]);
