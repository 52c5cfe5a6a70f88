import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { framed, messageReader } from "../between/channel.js";
import type { InspectorRequest } from "../between/inspectorRelay.js";
import { files, type KeeperOrder } from "../between/files.js";
import type { Line } from "../between/heldLine.js";
import { jsonLine } from "../between/jsonLine.js";
import type { FromCells, ToCells } from "../between/messages.js";
import type { Obstacle } from "../between/obstacle.js";
import { programs } from "../programs.js";

/** The process that runs the cells, as the sockets' process sees it. */
export interface CellsProcess {
  pid: number;
  /** Hands on what it does; that waits until then. */
  listen(listeners: CellsListeners): void;
  tell(message: ToCells): void;
  order(order: KeeperOrder | Line | InspectorRequest): void;
  /** Ends it and what its cells have started. */
  end(): void;
}

/** What the cells' process does. */
export interface CellsListeners {
  hear(message: FromCells): void;
  /** Takes what stands in the way of an end. */
  hearKeeper(obstacle: Obstacle): void;
  /** Takes what the inspector says. */
  hearInspector(message: string): void;
  /** Takes what was written to file descriptor 1 or 2: by native code, or by a child process. */
  print(name: "stdout" | "stderr", text: string): void;
  /** Takes why it has ended. */
  ended(cause: string): void;
}

/** Time in which what a dead process has written still comes, in milliseconds: it lies in the pipes already. */
const lastWords = 50;

/** Characters of its stderr in which the cause of its end is looked for: the end of it, where V8 reports a full heap. */
const lastText = 20_000;

/** Starts it, in a group of its own, which no signal to the sockets' process reaches. */
export function startCells(): CellsProcess {
  const child = spawn(process.execPath, [...process.execArgv, programs.cells], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "pipe"],
  });
  const stream = <T>(file: number) => child.stdio[file] as T;
  for (const file of Object.values(files)) stream<Readable>(file).on("error", () => {}); // it has died
  const exited = new Promise((done) => child.on("exit", done));
  return {
    pid: child.pid ?? 0,
    listen({ hear, hearKeeper, hearInspector, print, ended }) {
      let said = "";
      const note = (text: string) => (said = (said + text).slice(-lastText));
      for (const [file, name] of [[1, "stdout"] as const, [2, "stderr"] as const]) {
        stream<Readable>(file)
          .setEncoding("utf8")
          .on("data", (text: string) => {
            if (name === "stderr") note(text);
            print(name, text);
          });
      }
      const told = messageReader((message) => hear(message as FromCells));
      stream<Readable>(files.told).on("data", told);
      const lines = createInterface({ input: stream<Readable>(files.keeper) });
      lines.on("error", () => {}); // it has died, and left an order unread
      lines.on("line", (line) => {
        if (line.startsWith("{")) hearInspector(line);
        else hearKeeper(line as Obstacle);
      });
      void exited.then(() => setTimeout(() => ended(causeOf(child, said)), lastWords));
    },
    tell: (message) => void stream<Writable>(files.orders).write(framed(message)),
    order(order) {
      const line = typeof order === "string" ? order : jsonLine(order);
      stream<Writable>(files.keeper).write(`${line}\n`);
    },
    end: () => endGroup(child),
  };
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

/** Why a process has ended, in words. */
function causeOf({ exitCode, signalCode }: ChildProcess, said: string): string {
  if (/heap out of memory|Out of memory/.test(said)) return "it ran out of memory";
  if (signalCode === "SIGKILL") {
    return "it was killed (SIGKILL): for want of memory, or by somebody";
  }
  if (signalCode === "SIGABRT") return "it aborted (SIGABRT)";
  if (signalCode) return `native code crashed, or somebody ended it (${signalCode})`;
  return `it ended itself with exit code ${exitCode}`;
}
