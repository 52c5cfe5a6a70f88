import { readdirSync, readFileSync } from "node:fs";
import { uptime } from "node:os";

interface Process {
  pid: number;
  parent: number;
  group: number;
  /** When it began, in milliseconds of the system's clock. */
  began: number;
}

/** Ticks of a second in which Linux counts. */
const ticks = 100;

/** How inexactly a process's beginning is known, in milliseconds. */
const inexact = 30;

/**
 * Signals SIGINT to the processes that a cell has started, as a terminal's ^C does: to those below the cells' process
 * that are of its group and began with the cell or later. The compiler has a group of its own.
 *
 * @param leader the cells' process
 * @param since when the cell began, by the system's clock
 */
export function interruptChildren(leader: number, since: number): void {
  const all = processes();
  const isBelow = ({ parent }: Process): boolean =>
    parent === leader || all.some((one) => one.pid === parent && isBelow(one));
  for (const one of all) {
    if (one.group !== leader || one.began < since - inexact || !isBelow(one)) continue;
    try {
      process.kill(one.pid, "SIGINT");
    } catch {
      // It has ended.
    }
  }
}

/** The processes of this machine, where the system shows them as files. */
function processes(): Process[] {
  let names: string[];
  try {
    names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  const booted = Date.now() - uptime() * 1000;
  return names.flatMap((name) => {
    try {
      const text = readFileSync(`/proc/${name}/stat`, "utf8");
      // The name of the program stands in parentheses and may hold anything.
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      const [parent, group, start] = [fields[1], fields[2], fields[19]].map(Number);
      return { pid: Number(name), parent, group, began: booted + (start / ticks) * 1000 };
    } catch {
      return []; // it has ended
    }
  });
}
