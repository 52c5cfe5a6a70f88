import { readFileSync } from "node:fs";

/** Memory that a process holds, in MiB; 0 where the system does not tell, and the heap's own limit has to do. */
export function residentMiB(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
