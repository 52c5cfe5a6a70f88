import { type ProcessEntry, processes } from "./processes.js";

/** How inexactly a process's beginning is known, in milliseconds. */
const inexact = 30;

/**
 * Signals SIGINT to the processes that a cell has started, as a terminal's ^C does: to those below the cells' process
 * that are of its group and began with the cell or later. The compiler has a group of its own.
 *
 * @param leader the cells' process
 * @param since when the cell began, by the system's clock
 * @param signalled those that are left out; what is signalled is added
 */
export function interruptChildren(leader: number, since: number, signalled: Set<number>): void {
  const all = processes();
  const isBelow = ({ parent }: ProcessEntry): boolean =>
    parent === leader || all.some((one) => one.pid === parent && isBelow(one));
  for (const one of all) {
    if (one.group !== leader || one.began < since - inexact || !isBelow(one)) continue;
    if (signalled.has(one.pid)) continue;
    signalled.add(one.pid);
    try {
      process.kill(one.pid, "SIGINT");
    } catch {
      // It has ended.
    }
  }
}
