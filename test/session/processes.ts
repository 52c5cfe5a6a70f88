import { readdirSync, readFileSync } from "node:fs";

/** Numbers of a process's children whose command line holds a text; none where the system has no /proc. */
export function childrenOf(parent: number, text: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent && read(pid, "cmdline").includes(text));
}

/** Whether a process is there that has not ended. */
export function isAlive(pid: number): boolean {
  const status = read(pid, "status");
  return status !== "" && !/^State:\s+Z/m.test(status);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(pid, "status"))?.[1]);
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // it has ended meanwhile
  }
}
