import childProcess, { type ChildProcess } from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

/**
 * A shell's words that start the compiler and a watcher beside it: when this process is gone, however it ended, the
 * watcher's pipe from it closes, and it ends the group. A compiler that is at work would not see the end of its input.
 */
const watched = `{ read _ <&3; kill -9 0; } > /dev/null 2>&1 & exec "$0" "$@" 3<&-`;

/** Taken before a cell can replace it, and while it is Node's own. */
const { spawn } = childProcess;

/**
 * Lets TypeScript's interface start the compiler's process, which takes no options, in our way: in a group of its own,
 * which an interrupt of the cells' group does not reach; with a collector that keeps its memory small; and so that it
 * never outlives this process.
 */
export function compilerProcess<T>(start: () => T): { api: T; child: ChildProcess } {
  const { spawn: before } = childProcess;
  const env = { ...process.env, GOGC: process.env.GOGC ?? "50" };
  let child: ChildProcess | undefined;
  childProcess.spawn = ((file: string, args: string[], options: { stdio: string[] }) => {
    const own = { ...options, detached: true, env };
    if (process.platform === "win32") return (child = spawn(file, args, own as object));
    const stdio = [...options.stdio, "pipe"];
    child = spawn("/bin/sh", ["-c", watched, file, ...args], { ...own, stdio } as object);
    return child;
  }) as typeof spawn;
  syncBuiltinESMExports();
  try {
    const api = start();
    if (!child) throw new Error("the TypeScript compiler's API has started no process");
    return { api, child };
  } finally {
    childProcess.spawn = before;
    syncBuiltinESMExports();
  }
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Ends a compiler that may be dead or dying: it is not spoken to, because its pipes may be another file's by now. */
export function endProcess(child: ChildProcess): void {
  child.kill("SIGKILL");
  for (const stream of child.stdio) stream?.destroy();
}
