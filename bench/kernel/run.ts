// npm run bench:kernel: this kernel against stock tslab, Deno, ijavascript and ipykernel, in alternating rounds;
// medians, and the goals as met or missed. `--rounds N` (5); `--no-growth` leaves 2,000 cells and a chain of 600 out.
import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installPython } from "../../scripts/install.mjs";
import { printGoals } from "./goals.js";
import { installPeers, type Peer, prefix } from "./installPeers.js";

/** What measure.py gives. */
type Measured = Record<keyof typeof rows, number | null>;

const rows = {
  ready: ["launch to ready, s", 1, 2],
  first: ["launch to first cell done, s", 1, 2],
  imported: ["first cell with rederive, s", 1, 2],
  warm: ["warm cell, median ms", 1000, 1],
  p95: ["warm cell, p95 ms", 1000, 1],
  cpu: ["warm cell, ms of processors", 1000, 1],
  twenty: ["20 cells by nbclient, s", 1, 2],
  resident: ["memory, MiB", 1, 0],
  shared: ["the same, shared pages once", 1, 0],
} as const;
const keys = Object.keys(rows) as (keyof typeof rows)[];

const root = resolve(import.meta.dirname, "..", "..");
const { values } = parseArgs({
  allowNegative: true,
  options: {
    rounds: { type: "string", default: "5" },
    growth: { type: "boolean", default: true },
  },
});
const rounds = Number(values.rounds);
const bin = process.env.REDERIVE_VENV_BIN ?? (await installPython());
const python = join(bin, "python");

function ask<T>(script: string, ...args: string[]): T {
  const run = spawnSync(python, [join(import.meta.dirname, script), ...args], {
    encoding: "utf8",
    env: { ...process.env, JUPYTER_PATH: join(prefix, "share", "jupyter") },
  });
  if (run.status !== 0) throw new Error(`${args[0]} failed\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1) as string) as T;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const load = () =>
  loadavg()
    .map((of) => of.toFixed(1))
    .join(" ");
const folder = join(root, "notebooks");
const peers = installPeers(python);
const all = new Map<string, Measured[]>(peers.map(({ name }) => [name, []]));
console.log(`load average at the start ${load()}`);
for (let round = 0; round < rounds; round++) {
  for (const peer of [...peers]) {
    try {
      all.get(peer.name)?.push(ask("measure.py", peer.name, folder, peer.language));
    } catch (error) {
      console.log(`left out: ${(error as Error).message.split("\n").slice(0, 6).join("\n")}`);
      peers.splice(peers.indexOf(peer), 1);
    }
  }
}

const medians = new Map(
  peers.map(({ name }: Peer) => {
    const runs = all.get(name) ?? [];
    const of = (key: (typeof keys)[number]) => median(runs.map((run) => run[key] ?? NaN));
    return [name, Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<string, number>];
  }),
);
console.log(
  `\nmedians of ${rounds} alternating rounds; ${peers
    .filter(({ checks }) => checks)
    .map(({ name }) => name)
    .join(" and ")} check types, the others do not; load average at the end ${load()}`,
);
console.table(
  Object.fromEntries(
    keys.map((key) => {
      const [heading, factor, digits] = rows[key];
      const row = [...medians].map(([name, of]) => [
        name,
        Number.isNaN(of[key]) ? "" : (of[key] * factor).toFixed(digits),
      ]);
      return [heading, Object.fromEntries(row)];
    }),
  ),
);
printGoals(medians, values.growth ? ask("grow.py", "rederive", folder) : undefined);
