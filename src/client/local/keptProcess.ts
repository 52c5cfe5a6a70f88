import { fork } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { residentMiB } from "../../grade/index.js";
import type { Lost } from "../messages/conversation.js";
import type { Kept, Start } from "./keeper.js";

/** A kernel's process. */
export interface KeptProcess {
  /** Resolves when it is gone. */
  lost: Promise<Lost>;
  /** Signals SIGINT to it and to what it has started, as a terminal's ^C does. */
  interrupt(): void;
  kill(): void;
  /** MiB that it holds; 0 where the system does not tell. */
  memory(): number;
}

const alive = new Set<() => void>();
let watching = false;

/** Starts a kernel's process below a keeper, which ends it with this process. */
export function startKept(start: Start): KeptProcess {
  if (!watching) process.on("exit", () => alive.forEach((kill) => kill()));
  watching = true;
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const keeper = fork(fileURLToPath(new URL(`./keeper.${extension}`, import.meta.url)), [], {
    cwd: tmpdir(), // it holds no folder that somebody may want to remove
    execArgv: extension === "ts" ? process.execArgv : [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    detached: process.platform !== "win32",
  });
  const signal = (name: NodeJS.Signals) => {
    try {
      if (process.platform === "win32") keeper.kill(name);
      else if (keeper.pid) process.kill(-keeper.pid, name);
    } catch {
      // It and all that it started are gone already.
    }
  };
  const kill = () => {
    alive.delete(kill);
    signal("SIGKILL");
  };
  alive.add(kill);
  let pid: number | undefined;
  const lost = new Promise<Lost>((gone) => {
    keeper.on("message", (kept: Kept) => {
      if ("pid" in kept) pid = kept.pid;
      else gone({ why: kept.said ? `${kept.ended}:\n${kept.said}` : kept.ended });
    });
    keeper.on("exit", (code, name) => {
      alive.delete(kill);
      gone({ why: `ended its process (${name ?? `exit code ${code}`})` });
    });
  });
  keeper.send(start);
  return {
    lost,
    kill,
    interrupt: () => signal("SIGINT"),
    memory: () => (pid === undefined ? 0 : residentMiB(pid)),
  };
}
