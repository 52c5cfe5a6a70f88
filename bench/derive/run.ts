// The 19 true claims against SymPy, the rounds of all taking turns in one run: npm run bench:derive [-- --rounds 15]
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ClaimText } from "../../src/derive/claims/readClaims.js";
import { installPeer } from "./installPeer.js";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const file = join(here, "claims.json");
const rounds = Number(/--rounds[ =](\d+)/.exec(process.argv.join(" "))?.[1] ?? 15);

const { gradeClaim } = (await import(
  join(root, "dist", "derive", "claims", "gradeClaim.js")
)) as typeof import("../../src/derive/claims/gradeClaim.js");
const { decide, decideAlone } = (await import(
  join(root, "dist", "derive", "opinion", "decide.js")
)) as typeof import("../../src/derive/opinion/decide.js");
const claims = (JSON.parse(readFileSync(file, "utf8")) as ClaimText[]).map((claim) => ({
  ...claim,
  relation: "=" as const,
}));

type Times = Map<string, number[]>;
/** With the second opinion, as all grades are published, and without it. */
const engine: Times = new Map();
const alone: Times = new Map();
const peers: Record<string, Times> = { cancel: new Map(), simplify: new Map() };
const note = (times: Times, id: string, ms: number) =>
  times.set(id, [...(times.get(id) ?? []), ms]);

function enginePass(times: Times, by: typeof decide): void {
  for (const claim of claims) {
    const { grade, ms } = gradeClaim(claim, () => performance.now(), by);
    if (!grade.startsWith("proved")) throw new Error(`${claim.id} came out as ${grade}`);
    note(times, claim.id, ms);
  }
}

async function warm(python: string): Promise<void> {
  const peer = spawn(python, [join(here, "peer.py"), file, "-"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  const discarded: Times = new Map();
  for (let pass = 0; pass < 20; pass++) {
    enginePass(discarded, decide); // until its code is compiled
    enginePass(discarded, decideAlone);
  }
  for (let round = -1; round < rounds; round++) {
    enginePass(round < 0 ? discarded : engine, decide);
    enginePass(round < 0 ? discarded : alone, decideAlone);
    for (const [name, times] of Object.entries(peers)) {
      for (const [id, { ms, proved }] of Object.entries(await peerPass(peer, answers, name))) {
        if (!proved) throw new Error(`SymPy's ${name} leaves ${id} open`);
        note(round < 0 ? discarded : times, id, ms);
      }
    }
  }
  peer.stdin.end();
}

async function peerPass(peer: ChildProcess, answers: AsyncIterator<string>, name: string) {
  peer.stdin?.write(`${name}\n`);
  const { value, done } = await answers.next();
  if (done) throw new Error("SymPy's process ended");
  return JSON.parse(value) as Record<string, { ms: number; proved: boolean }>;
}

/** Milliseconds of whole processes that decide all claims, in turns. */
function cold(python: string): Record<string, number> {
  const commands: Record<string, [string, string[]]> = {
    "rederive prove": [process.execPath, [join(root, "dist", "cli", "main.js"), "prove", file]],
    "SymPy cancel": [python, [join(here, "peer.py"), file, "cancel"]],
    "SymPy simplify": [python, [join(here, "peer.py"), file, "simplify"]],
  };
  const times: Times = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const [name, [command, args]] of Object.entries(commands)) {
      const began = performance.now();
      const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      note(times, name, performance.now() - began);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
const total = (times: Times) => [...times.values()].reduce((sum, all) => sum + median(all), 0);
const column = (value: number | string, width = 10) =>
  (typeof value === "number" ? value.toFixed(2) : value).padStart(width);

const python = installPeer();
await warm(python);
const whole = cold(python);

console.log(
  `warm, milliseconds, median of ${rounds} rounds in turns; SymPy's texts read beforehand, ours inside the time;\n` +
    "alone is rederive without its second opinion",
);
console.log(
  `${"".padEnd(6)}${["rederive", "alone", "cancel", "simplify"].map((name) => column(name)).join("")}`,
);
for (const { id } of claims) {
  const cells = [engine, alone, peers.cancel, peers.simplify].map((times) =>
    median(times.get(id) ?? []),
  );
  console.log(`${id.padEnd(6)}${cells.map((value) => column(value)).join("")}`);
}
const [own, byAlone, byCancel, bySimplify] = [engine, alone, peers.cancel, peers.simplify].map(
  total,
);
console.log(
  `${"total".padEnd(6)}${[own, byAlone, byCancel, bySimplify].map((value) => column(value)).join("")}`,
);
console.log(
  `\ncold, milliseconds of a whole process for all ${claims.length} claims, median of ${rounds} in turns`,
);
for (const [name, ms] of Object.entries(whole)) console.log(`${name.padEnd(16)}${column(ms)}`);

const slowest = Math.max(...[...engine.values()].map(median));
const goals: [string, boolean, string][] = [
  [
    "warm total without the second opinion at least 20 times faster than cancel",
    byCancel / byAlone >= 20,
    `${(byCancel / byAlone).toFixed(1)} times`,
  ],
  [
    "warm total with it at least 12 times faster",
    byCancel / own >= 12,
    `${(byCancel / own).toFixed(1)} times`,
  ],
  ["no claim above 5 ms", slowest <= 5, `slowest ${slowest.toFixed(2)} ms`],
  [
    "cold process no slower than SymPy's",
    whole["rederive prove"] <= whole["SymPy cancel"],
    `${(whole["rederive prove"] / whole["SymPy cancel"]).toFixed(2)} of its time`,
  ],
];
console.log("");
for (const [goal, met, found] of goals)
  console.log(`${met ? "met   " : "MISSED"} ${goal}: ${found}`);
