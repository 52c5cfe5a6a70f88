import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, note, type Times } from "./times.js";

/** Whole processes: the medians of their milliseconds, and what one holds at most. */
export interface Whole {
  /** For the old claims. */
  prove: number;
  cancel: number;
  /** For no claim at all, and for no program. */
  start: number;
  node: number;
  /** MiB of the largest process of `prove` for 2,000 claims. */
  resident: number;
}

const many = 2000;

export function wholeProcesses(
  root: string,
  python: string,
  [old, steps]: string[],
  rounds: number,
): Whole {
  const folder = mkdtempSync(join(tmpdir(), "rederive-bench-"));
  try {
    const none = written(join(folder, "none.json"), []);
    const claims = [old, steps].flatMap(
      (file) => JSON.parse(readFileSync(file, "utf8")) as object[],
    );
    const all = Array.from({ length: many }, (_, i) => ({
      ...claims[i % claims.length],
      id: `${i}`,
    }));
    const prove = [process.execPath, join(root, "dist", "cli", "main.js"), "prove"];
    const times = inTurns(rounds, {
      prove: [...prove, old],
      cancel: [python, join(import.meta.dirname, "peer.py"), old, "cancel"],
      start: [...prove, none],
      node: [process.execPath, "-e", "0"],
    });
    const resident = largest(python, [...prove, written(join(folder, "many.json"), all)]);
    const [proving, cancel, start, node] = ["prove", "cancel", "start", "node"].map((name) =>
      median(times.get(name)!),
    );
    return { prove: proving, cancel, start, node, resident };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function written(file: string, value: unknown): string {
  writeFileSync(file, JSON.stringify(value));
  return file;
}

function inTurns(rounds: number, commands: Record<string, string[]>): Times {
  const times: Times = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const [name, [program, ...args]] of Object.entries(commands)) {
      const began = performance.now();
      const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      note(times, name, performance.now() - began);
    }
  }
  return times;
}

/** MiB of the largest process that a command is or starts: Python tells it, and Node does not. */
function largest(python: string, command: string[]): number {
  const ask =
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); " +
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
  const { stdout, stderr } = spawnSync(python, ["-c", ask, ...command], { encoding: "utf8" });
  if (!stdout) throw new Error(`${many} claims: ${stderr}`);
  return Number(stdout) / 1024;
}
