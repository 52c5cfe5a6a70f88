// npm run bench:kernel: this kernel against stock tslab, Deno, ijavascript and ipykernel, in alternating rounds;
// medians, and the goals as met or missed. `--rounds N` (5).
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installPython } from "../../scripts/install.mjs";
import { installPeers, type Peer, prefix } from "./installPeers.js";

interface Measured {
  ready: number;
  first: number;
  imported: number | null;
  warm: number;
  p95: number;
  twenty: number;
  resident: number;
}

const root = resolve(import.meta.dirname, "..", "..");
const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Number(values.rounds);
const bin = process.env.REDERIVE_VENV_BIN ?? installPython();
const python = join(bin, "python");

function measure({ name, language }: Peer): Measured {
  const script = join(import.meta.dirname, "measure.py");
  const run = spawnSync(python, [script, name, join(root, "notebooks"), language], {
    encoding: "utf8",
    env: { ...process.env, JUPYTER_PATH: join(prefix, "share", "jupyter") },
  });
  if (run.status !== 0) throw new Error(`${name} failed\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1) as string) as Measured;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const peers = installPeers(python);
const all = new Map<string, Measured[]>(peers.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const peer of [...peers]) {
    try {
      all.get(peer.name)?.push(measure(peer));
    } catch (error) {
      console.log(`left out: ${(error as Error).message.split("\n").slice(0, 6).join("\n")}`);
      peers.splice(peers.indexOf(peer), 1);
    }
  }
}

const keys = ["ready", "first", "imported", "warm", "p95", "twenty", "resident"] as const;
const medians = new Map(
  peers.map(({ name }) => {
    const runs = all.get(name) ?? [];
    const of = (key: (typeof keys)[number]) => median(runs.map((run) => run[key] ?? NaN));
    return [name, Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<string, number>];
  }),
);

const units: Record<string, [heading: string, factor: number, digits: number]> = {
  ready: ["launch to ready, s", 1, 2],
  first: ["launch to first cell done, s", 1, 2],
  imported: ["first cell with rederive, s", 1, 2],
  warm: ["warm cell, median ms", 1000, 1],
  p95: ["warm cell, p95 ms", 1000, 1],
  twenty: ["20 cells by nbclient, s", 1, 2],
  resident: ["resident memory, MiB", 1, 0],
};
console.log(
  `\nmedians of ${rounds} alternating rounds; ${peers
    .filter(({ checks }) => checks)
    .map(({ name }) => name)
    .join(" and ")} check types, the others do not`,
);
console.table(
  Object.fromEntries(
    keys.map((key) => {
      const [heading, factor, digits] = units[key];
      const row = [...medians].map(([name, of]) => [
        name,
        Number.isNaN(of[key]) ? "" : (of[key] * factor).toFixed(digits),
      ]);
      return [heading, Object.fromEntries(row)];
    }),
  ),
);

const [ours, tslab, deno] = ["rederive", "tslab", "deno"].map((name) => medians.get(name));
/** A goal: ours is at most `most` times theirs. */
function goal(
  text: string,
  own: number | undefined,
  theirs: number | undefined,
  most: number,
): void {
  if (own === undefined || theirs === undefined) return console.log(`not measured: ${text}`);
  const ratio = own / theirs;
  console.log(`${ratio <= most ? "met" : "missed"}: ${text}: ${ratio.toFixed(2)} of it`);
}
goal("ready no slower than Deno", ours?.ready, deno?.ready, 1);
goal("first type-checked cell within twice Deno's unchecked one", ours?.first, deno?.first, 2);
goal("warm cell at most twice Deno's", ours?.warm, deno?.warm, 2);
goal("warm cell at least 5 times faster than tslab's", ours?.warm, tslab?.warm, 1 / 5);
goal(
  "first cell with rederive at least 4 times faster than tslab's",
  ours?.imported,
  tslab?.imported,
  1 / 4,
);
goal("resident memory at most 0.75 of tslab's", ours?.resident, tslab?.resident, 0.75);
