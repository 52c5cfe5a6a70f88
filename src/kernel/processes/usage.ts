import { cpus, freemem, hostname, totalmem } from "node:os";
import { processes } from "./processes.js";

/** What a process has used: bytes of memory, and seconds of all processors since its start. */
interface Used {
  memory: number;
  seconds: number;
}

/**
 * Answers usage_request: what this process and all below it use, where the system tells it, and what the machine has.
 *
 * @source ipykernel 7, `Kernel.usage_request`: the names of the fields
 */
export function usageMeter(): () => Record<string, unknown> {
  let last = { at: performance.now(), seconds: usedBelow(process.pid).seconds };
  return () => {
    const { memory, seconds } = usedBelow(process.pid);
    const now = performance.now();
    const passed = Math.max((now - last.at) / 1000, 1e-3);
    // A process that has ended takes its seconds along.
    const percent = (Math.max(seconds - last.seconds, 0) / passed) * 100;
    last = { at: now, seconds };
    const [total, free] = [totalmem(), freemem()];
    return {
      status: "ok",
      hostname: hostname(),
      pid: process.pid,
      kernel_cpu: Math.round(percent * 10) / 10,
      kernel_memory: memory,
      cpu_count: cpus().length,
      host_virtual_memory: { total, available: free, free, used: total - free },
    };
  };
}

function usedBelow(pid: number): Used {
  const found = usedByAll();
  const own = process.cpuUsage();
  if (!found) return { memory: process.memoryUsage().rss, seconds: (own.user + own.system) / 1e6 };
  const sum: Used = { memory: 0, seconds: 0 };
  const add = (one: number) => {
    const { memory = 0, seconds = 0, below = [] } = found.get(one) ?? {};
    sum.memory += memory;
    sum.seconds += seconds;
    below.forEach(add);
  };
  add(pid);
  return sum;
}

/** All processes, each with those that it started; undefined where the system does not tell. */
function usedByAll(): Map<number, Used & { below: number[] }> | undefined {
  const all = processes();
  if (all.length === 0) return undefined;
  const found = new Map(
    all.map(({ pid, memory, seconds }) => [pid, { memory, seconds, below: [] as number[] }]),
  );
  for (const { pid, parent } of all) found.get(parent)?.below.push(pid);
  return found;
}
