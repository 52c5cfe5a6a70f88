import { readdirSync, readFileSync } from "node:fs";
import { uptime } from "node:os";

/** A process of this machine. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  group: number;
  /** When it began, in milliseconds of the system's clock. */
  began: number;
  /** Bytes that it holds in memory. */
  memory: number;
  /** Seconds of all processors since its start. */
  seconds: number;
}

/** Clock ticks in a second and bytes in a page, as Linux counts them for programs. */
const ticks = 100;
const page = 4096;

/** The processes of this machine, where the system shows them as files, as Linux does; none elsewhere. */
export function processes(): ProcessEntry[] {
  let names: string[];
  try {
    names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  const booted = Date.now() - uptime() * 1000;
  return names.flatMap((name) => entryOf(Number(name), booted));
}

/** @source proc(5): the fields behind the name of the program, which stands in parentheses and may hold anything */
function entryOf(pid: number, booted: number): ProcessEntry[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent, group, user, system, start, pages] = [1, 2, 11, 12, 19, 21].map(
      (at) => fields[at],
    );
    return [
      {
        pid,
        parent,
        group,
        began: booted + (start / ticks) * 1000,
        memory: pages * page,
        seconds: (user + system) / ticks,
      },
    ];
  } catch {
    return []; // it has ended
  }
}
